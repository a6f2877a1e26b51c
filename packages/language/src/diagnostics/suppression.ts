import { define } from './define.ts';

/** J0004 and on: comments that silence findings. */
export const suppressionDiagnostics = {
  'ignore-without-reason': define<{ codes: string }>({
    code: 'J0004',
    severity: 'warning',
    message: ({ codes }) => `Say why ${codes} may be ignored here: // ignore ${codes}: the reason.`,
    help: {
      what: 'A comment silences a finding without saying why.',
      why: 'The next reader can not tell an exception from an oversight. Without a reason nothing is silenced.',
      wrong:
        'journey j {\n  model five_stage\n  // ignore J0411\n  stage trial "Trial" { touchpoint t on web }\n}',
      right:
        'journey j {\n  model five_stage\n  // ignore J0411: our own stage, agreed with sales\n  stage trial "Trial" { touchpoint t on web }\n}',
    },
  }),
  'unused-ignore': define<{ code: string }>({
    code: 'J0005',
    severity: 'warning',
    message: ({ code }) => `There is no ${code} here to ignore; remove the comment.`,
    help: {
      what: 'A comment silences a finding that is not there, or is there no longer.',
      why: 'It would silence the next one of its kind unseen.',
      wrong: '// ignore J0401: they never do\npersona owner "Owner"',
      right: 'persona owner "Owner"',
    },
  }),
};
