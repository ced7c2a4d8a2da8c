// The interface's words, read from the same files as the program reads, so that no journey repeats them.

import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export const languages = ['en', 'km', 'fr'] as const;
export type Language = (typeof languages)[number];

export interface Words {
  /** The message with its arguments filled in. Numbers come as the program writes them: in Khmer with Khmer digits. */
  (key: string, args?: Record<string, FluentVariable>): string;
  /** A pattern for the message, whatever its arguments are. */
  like(key: string): RegExp;
}

const bundles = new Map<Language, FluentBundle>();

export function wordsOf(language: Language): Words {
  const bundle = bundles.get(language) ?? load(language);
  bundles.set(language, bundle);
  const words = (key: string, args: Record<string, FluentVariable> = {}) => format(bundle, key, args);
  return Object.assign(words, { like: (key: string) => like(bundle, key) });
}

function load(language: Language): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const file = new URL(`../locales/${language}/samleng.ftl`, import.meta.url);
  const errors = bundle.addResource(new FluentResource(readFileSync(file, 'utf8')));
  if (errors[0]) throw errors[0];
  return bundle;
}

function format(bundle: FluentBundle, key: string, args: Record<string, FluentVariable>): string {
  const [id = '', attribute] = key.split('.');
  const message = bundle.getMessage(id);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  if (!pattern) throw new Error(`${bundle.locales[0]} has no words for ${key}`);
  return bundle.formatPattern(pattern, args);
}

/** A private-use character stands for each argument until the rest is escaped. */
const HOLE = '\uE000';

/** By custom `$count` chooses the form of the words and `$shown` is the number that stands in them. */
function like(bundle: FluentBundle, key: string): RegExp {
  const forms = [HOLE, 1].map((count) => {
    const value = (name: string | symbol) => (name === 'count' ? count : HOLE);
    const anything = new Proxy<Record<string, FluentVariable>>(
      {},
      {
        get: (_, name) => value(name),
        getOwnPropertyDescriptor: (_, name) => ({ value: value(name), configurable: true, enumerable: true }),
      },
    );
    const escaped = format(bundle, key, anything).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return escaped.replaceAll(HOLE, '.+?');
  });
  return new RegExp(`^\\s*(?:${[...new Set(forms)].join('|')})\\s*$`);
}
