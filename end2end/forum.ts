// A forum as an operator writes one down, for journeys that publish it at an hour of their own.

export const HOUR = 3_600_000;

/** A forum that begins at an instant, an hour long. */
export function forum(begins: Date, more = ''): string {
  const [date, time] = begins.toISOString().split('T');
  const until = new Date(begins.getTime() + HOUR).toISOString().slice(11, 16);
  const text = (word: string) => `en = "${word}"\nkm = "${word}"\nfr = "${word}"`;
  const [stream, recording = ''] = more.split('\f');
  return `format = 1
kind = "forum"
slug = "tonight"
issue = "independent-media"
date = "${date}"
from = "${time?.slice(0, 5)}"
until = "${until}"
time_zone = "UTC"
languages = ["en"]
alerts = ["kua-6-26"]
[title]
${text('Tonight')}
[summary]
${text('A forum.')}
[body]
${text('A forum about the radio.')}
[broadcast]
telephone = "+855 00 000 000"
${stream ?? ''}
${recording}`;
}
