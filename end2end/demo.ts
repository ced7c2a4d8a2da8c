// What the demo holds, as far as a journey must know it before it opens a page: the names of its files and their first lines.

import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from './words.ts';

export interface DemoAlert {
  slug: string;
  number: string;
  urgency: 'now' | 'soon' | 'steady';
  /** Its model letters, by the language that each goes out in. */
  letters: Language[];
  /** Its composer does not ask the safety question. */
  safeToSign: boolean;
  languages: Language[];
}

const folder = new URL('../content/demo/alerts/', import.meta.url);

export const demoAlerts: DemoAlert[] = readdirSync(folder)
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
      letters: [...text.matchAll(/^\[\[letters\]\]\n[^[]*?^language = "(\w+)"/gm)].map(([, language]) => language as Language),
      safeToSign: /^\[safe_to_sign\]/m.test(text),
      languages: [...title.matchAll(/^(en|km|fr) =/gm)].map(([, language]) => language as Language),
    };
  });

/** The first of these that is there; the journeys say which kind they need. */
export function demoAlert(wanted: (alert: DemoAlert) => boolean): DemoAlert {
  const found = demoAlerts.find(wanted);
  if (!found) throw new Error('The demo has no such alert.');
  return found;
}

/** Every address that answers a reader who has done nothing, in one language. */
export function publicPages(language: Language): string[] {
  const alerts = demoAlerts.flatMap(({ slug, letters }) => [
    `/${language}/alerts/${slug}`,
    `/${language}/alerts/${slug}/write`,
    ...letters.slice(1).map((_, index) => `/${language}/alerts/${slug}/write/${index + 2}`),
  ]);
  return [`/${language}/`, `/${language}/alerts`, ...alerts, `/${language}/about`, `/${language}/about/privacy`];
}

/** Those, and the ones that depend on what was done in this browser. */
export function allPages(language: Language): string[] {
  return [...publicPages(language), `/${language}/steps`];
}
