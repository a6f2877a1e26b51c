import type { Direction, JourneyModel } from '@journey/model';
import { isolate, leftToRight } from '../bidi.ts';
import { Memory } from '../memory.ts';
import { readable } from '../glossary.ts';
import { DIRECTIONS, LOCALES } from '../languages.ts';
import { WORDS } from '../words.ts';
import type { Language } from '../languages.ts';
import type { PluralForms, Words } from '../words.ts';

/** One language's way of saying things about one model. */
export interface Speech {
  readonly model: JourneyModel;
  readonly language: Language;
  readonly words: Words;
  /** The phrase with its places filled in, each in its own direction. */
  readonly fill: (template: string, values: Readonly<Record<string, string>>) => string;
  readonly plural: (forms: PluralForms, amount: number) => string;
  readonly number: (value: number) => string;
  readonly percent: (value: number) => string;
  readonly money: (amount: number, currency: string) => string;
  readonly date: (iso: string) => string;
  /** With its weekday. */
  readonly longDate: (iso: string) => string;
  readonly weekday: (index: number) => string;
  /** A day of some year, or the month alone; months are 1–12. */
  readonly monthDay: (month: number, day?: number) => string;
  readonly list: (items: readonly string[], kind: 'and' | 'or') => string;
  readonly readable: (name: string) => string;
  /** The label in this language where it is translated, else the declaration's own. */
  readonly label: (part: {
    readonly label: string;
    readonly translations: Readonly<Record<string, string>>;
  }) => string;
}

export function speak(model: JourneyModel, language: Language): Speech {
  return { ...(said[language] ??= manner(language)), model };
}

/** How a language says things, whatever the model: slow to set up. */
type Manner = Omit<Speech, 'model'>;

const said: Partial<Record<Language, Manner>> = {};

function manner(language: Language): Manner {
  const locale = LOCALES[language];
  const direction = DIRECTIONS[language];
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const monthDays = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const longDates = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const lists = {
    and: new Intl.ListFormat(locale, { type: 'conjunction' }),
    or: new Intl.ListFormat(locale, { type: 'disjunction' }),
  };
  return {
    language,
    words: WORDS[language],
    fill: (template, values) => fill(template, values, direction),
    plural: pluralIn(language),
    number: (value) => numbers.format(value),
    percent: (value) => percents.format(value / 100),
    money: moneyFormatter(locale),
    date: (iso) => formatDate(dates, iso),
    longDate: (iso) => formatDate(longDates, iso),
    weekday: (index) => weekdays.format(new Date(Date.UTC(2023, 0, 1 + index))),
    // 2024 has every day that any year has.
    monthDay: (month, day) =>
      (day === undefined ? months : monthDays).format(new Date(Date.UTC(2024, month - 1, day ?? 1))),
    list: (items, kind) => lists[kind].format(items.map((item) => isolate(item, direction))),
    readable: (name) => readable(name, language),
    label: (part) => part.translations[language] ?? part.label,
  };
}

/** A phrase that stands alone: it begins with a capital where the script has them. */
export function standalone(phrase: string): string {
  return phrase.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** So many of something, in that language. */
export function pluralIn(language: Language): Speech['plural'] {
  const rules = new Intl.PluralRules(LOCALES[language]);
  const numbers = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 6 });
  const known = new Map<PluralForms, Memory<string, number>>();
  return (forms, amount) => {
    const amounts = known.get(forms) ?? new Memory();
    known.set(forms, amounts);
    return (
      amounts.get(amount) ??
      amounts.keep(amount, pluralForm(forms, amount, rules).replace('{n}', numbers.format(amount)))
    );
  };
}

/** A Hebrew prefix is joined to a Hebrew word, and keeps its hyphen before anything else: ביום, ב־30. */
const HEBREW_WORD = /^[\u05d0-\u05ea]/u;

type TemplatePart = string | { readonly place: string; readonly hyphen: string; readonly name: string };

const templates = new Memory<readonly TemplatePart[]>();

function fill(template: string, values: Readonly<Record<string, string>>, around: Direction): string {
  let filled = '';
  for (const part of templates.get(template) ?? templates.keep(template, partsOf(template))) {
    if (typeof part === 'string') {
      filled += part;
      continue;
    }
    const value = values[part.name];
    if (value === undefined) filled += part.place;
    else filled += (HEBREW_WORD.test(value) ? '' : part.hyphen) + isolate(value, around);
  }
  return filled;
}

function partsOf(template: string): TemplatePart[] {
  return template.split(/(־?\{\w+\})/u).map((place) => {
    const match = /^(־?)\{(\w+)\}$/u.exec(place);
    return match ? { place, hyphen: match[1] ?? '', name: match[2] ?? '' } : place;
  });
}

function pluralForm(forms: PluralForms, amount: number, rules: Intl.PluralRules): string {
  if (amount === 1) return forms.one;
  if (amount === 2) return forms.two ?? forms.other;
  const category = rules.select(amount);
  if (category === 'few') return forms.few ?? forms.other;
  if (category === 'many') return forms.many ?? forms.other;
  return forms.other;
}

/** A currency that no standard knows stands as it is written. */
function moneyFormatter(locale: string): (amount: number, currency: string) => string {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const formats = new Map<string, Intl.NumberFormat>();
  return (amount, currency) => {
    if (!/^[A-Z]{3}$/.test(currency)) return `${plain.format(amount)} ${currency}`;
    const minimumFractionDigits = Number.isInteger(amount) ? 0 : 2;
    const key = `${currency}${minimumFractionDigits}`;
    const format =
      formats.get(key) ??
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits,
        maximumFractionDigits: 2,
      });
    formats.set(key, format);
    return format.format(amount);
  };
}

/** `2027-03-28` or `2027-03-28T16:00`; a date that isn't one stands as it is written. */
function formatDate(dates: Intl.DateTimeFormat, iso: string): string {
  const [day = iso, clock] = iso.split('T');
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return iso;
  return clock === undefined ? dates.format(time) : `${dates.format(time)} ${leftToRight(clock)}`;
}
