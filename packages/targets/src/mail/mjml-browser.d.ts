/** What is used of MJML's build without a file system. Source: mjml-browser 4.18.0, `lib/index.js`. */
declare module 'mjml-browser' {
  interface Options {
    /** `soft` renders what it can and lists the rest in `errors`. */
    readonly validationLevel: 'soft';
  }
  /** @throws where the text is no MJML at all */
  export default function mjml2html(mjml: string, options: Options): { readonly html: string };
}
