// What the demo holds, as far as a journey must know it before it opens a page: the names of its files and their first lines.

import { readdirSync, readFileSync } from 'node:fs';
import { now, WRITTEN_FOR } from './clock.ts';
import type { Language } from './words.ts';

export interface DemoAlert {
  slug: string;
  number: string;
  urgency: 'now' | 'soon' | 'steady';
  /** Its model letters for all writers, by the language that each goes out in. */
  letters: Language[];
  /** Its composer does not ask the safety question. */
  safeToSign: boolean;
  languages: Language[];
  open: boolean;
}

const folder = new URL('../content/demo/alerts/', import.meta.url);

const everyAlert = readdirSync(folder)
  .filter((name) => name.endsWith('.toml'))
  .sort()
  .map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const value = (key: string) => new RegExp(`^${key} = "(.*)"`, 'm').exec(text)?.[1] ?? '';
    const title = /^\[title\]\n([\s\S]*?)^\[/m.exec(text)?.[1] ?? '';
    return {
      slug: name.replace('.toml', ''),
      number: value('number'),
      urgency: value('urgency') as DemoAlert['urgency'],
      letters: [...text.matchAll(/^\[\[letters\]\]\n([^[]*?^language = "(\w+)"[^[]*)/gm)]
        .filter(([, head]) => !/^country = /m.test(head ?? ''))
        .map(([, , language]) => language as Language),
      safeToSign: /^\[safe_to_sign\]/m.test(text),
      languages: [...title.matchAll(/^(en|km|fr) =/gm)].map(([, language]) => language as Language),
      open: !/^\[(paused|outcome)\]/m.test(text) && value('act_by') >= WRITTEN_FOR,
    };
  });

/** The alerts for which letters are asked. */
export const demoAlerts: DemoAlert[] = everyAlert.filter(({ open }) => open);

/** Those for which they are not: paused, closed, lapsed. */
export const restingAlerts: DemoAlert[] = everyAlert.filter(({ open }) => !open);

/** The first of these that is there; the journeys say which kind they need. */
export function demoAlert(wanted: (alert: DemoAlert) => boolean): DemoAlert {
  const found = demoAlerts.find(wanted);
  if (!found) throw new Error('The demo has no such alert.');
  return found;
}

/** Every address that answers a reader who has done nothing, in one language. */
export function publicPages(language: Language): string[] {
  // Two alerts of a kind teach a journey nothing: one with several letters, one that asks the safety question, one in Khmer.
  const kinds = [
    demoAlert(({ letters, urgency }) => letters.length > 1 && urgency === 'now'),
    demoAlert(({ safeToSign }) => !safeToSign),
    demoAlert(({ letters, safeToSign }) => safeToSign && letters[0] === 'km'),
  ];
  const alerts = kinds.flatMap(({ slug, letters }) => [
    `/${language}/alerts/${slug}`,
    `/${language}/alerts/${slug}/write`,
    ...letters.slice(1).map((_, index) => `/${language}/alerts/${slug}/write/${index + 2}`),
  ]);
  const resting = restingAlerts.map(({ slug }) => `/${language}/alerts/${slug}`);
  return [
    `/${language}/`,
    `/${language}/alerts`,
    ...alerts,
    ...resting,
    `/${language}/alerts/${restingAlerts[0]?.slug}/write`,
    ...others.map((path) => `/${language}/${path}`),
  ];
}

/** One page of every other kind. */
const others = [
  `alerts/closed/${now().getUTCFullYear()}`,
  `alerts/${demoAlerts.at(-1)?.slug}/case-sheet`,
  // Letters for writers in one country; the second one goes by post.
  'alerts/kua-7-26/write/3',
  'alerts/kua-7-26/write/4',
  'alerts/kua-7-26/on-paper',
  'forums',
  'forums/land-and-homes',
  'forums/when-the-radio-goes-silent',
  'forums/when-the-radio-goes-silent/transcript/km',
  'forums/when-the-radio-goes-silent/quote/en/2',
  `forums/past/${now().getUTCFullYear()}`,
  'issues',
  'issues/land-evictions',
  'officials',
  'officials/minister-of-justice',
  'officials/embassy-in-washington',
  'posts',
  'posts/after-the-upr-session',
  'submissions',
  'posts/mass-trials-to-the-special-rapporteur',
  'primers',
  'primers/how-urgent-actions-work',
  'about',
  'follow',
  'follow/asked',
  'follow/left',
  'about/privacy',
  'about/is-it-us',
  'about/imprint',
];

/** Those, and the ones that are another for each reader. */
export function allPages(language: Language): string[] {
  return [...publicPages(language), ...['steps', 'join', 'sign-in', 'sign-in/code'].map((path) => `/${language}/${path}`)];
}

/** Pages that are made like another one, of other words. */
const LIKE_ANOTHER = [
  'alerts/kua-7-26/write/2',
  'alerts/kua-7-26/write/3',
  'alerts/kua-12-25',
  'alerts/kua-4-26',
  'alerts/kua-4-26/write/2',
  'officials/embassy-in-washington',
  'posts/mass-trials-to-the-special-rapporteur',
  'follow/left',
  'about/is-it-us',
];

/** Of those pages one of each kind. */
export function onePageOfEachKind(language: Language, pages = publicPages(language)): string[] {
  const alike = LIKE_ANOTHER.map((path) => `/${language}/${path}`);
  const unknown = alike.filter((path) => !pages.includes(path));
  if (unknown.length > 0) throw new Error(`No pages of the demo: ${unknown.join(', ')}`);
  return pages.filter((path) => !alike.includes(path));
}
