import type { Kpi, Phrases, PhrasesOf, TimeWindow } from '@journey/model';
import { leftToRight } from './scene/bidi.ts';
import type { Language } from './scene/languages.ts';
import { expressionWords, onOutlets } from './scene/phrases/expression.ts';
import { baselineWords, targetWords, windowWords as periodOf } from './scene/phrases/kpi.ts';
import { speak, type Speech } from './scene/phrases/speech.ts';
import { stepLines } from './scene/phrases/steps.ts';
import { durationWords, windowWords } from './scene/phrases/time.ts';
import { triggerWords } from './scene/phrases/trigger.ts';

/** The words of the map, for whoever else says what a journey means. */
export function phrasesIn(language: Language): PhrasesOf {
  return (model): Phrases => {
    const speech = speak(model, language);
    return {
      duration: (duration) => durationWords(speech, duration),
      sent: (hours, timezone, outlet) =>
        onOutlets(speech, outlet ? [outlet] : [], sentWords(speech, hours, timezone)),
      sms: (parts) => speech.plural(speech.words.smsParts, parts),
      weekday: (iso) => speech.weekday(new Date(iso).getUTCDay()),
      after: (from, to) => afterWords(speech, durationWords(speech, from), durationWords(speech, to)),
      date: (iso) => speech.longDate(iso),
      expression: (expression) => expressionWords(speech, expression),
      trigger: (trigger) => triggerWords(speech, trigger),
      step: (step) => stepLines(speech, [step])[0]?.spoken ?? '',
      kpi: (kpi) => kpiWords(speech, kpi),
    };
  };
}

function sentWords(speech: Speech, windows: readonly TimeWindow[], timezone: string | undefined): string {
  const { words } = speech;
  if (windows.length === 0) return words.neverSent;
  const hours = windows.map((window) => windowWords(speech, window)).join(words.listSeparator);
  return speech.fill(words.sent, {
    hours:
      timezone === undefined || windows.some(({ zone }) => zone)
        ? hours
        : `${hours}, ${leftToRight(timezone)}`,
  });
}

function afterWords(speech: Speech, from: string, to: string): string {
  if (from === to) return speech.fill(speech.words.elapsed, { duration: to });
  return from === ''
    ? speech.fill(speech.words.elapsedAtMost, { duration: to })
    : speech.fill(speech.words.elapsedBetween, { from, to });
}

function kpiWords(speech: Speech, kpi: Kpi): string[] {
  const target = targetWords(speech, kpi);
  return [
    [expressionWords(speech, kpi.formula), periodOf(speech, kpi)].filter((part) => part !== '').join(' '),
    target && speech.fill(speech.words.labelled, { label: speech.words.target, text: target }),
    baselineWords(speech, kpi),
  ].filter((line) => line !== '');
}
