/** Somebody made up who goes through a journey. */
export interface Person {
  readonly email: string;
  /** As WhatsApp gets it. */
  readonly phone: string;
  readonly form: Readonly<Record<'full_name' | 'first_name' | 'last_name' | 'email' | 'phone', string>>;
}

let people = 0;

/** Somebody new; `id` makes the address. */
export function person(id: string, first: string, last: string): Person {
  people += 1;
  const phone = `97250000000${people}`;
  const email = `${id}@example.com`;
  return {
    email,
    phone,
    form: { full_name: `${first} ${last}`, first_name: first, last_name: last, email, phone: `+${phone}` },
  };
}
