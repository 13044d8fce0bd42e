// Cuts the fonts we serve out of the full ones. Run once after a font package changes: see README.md beside this file.
import { readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('')

const basicLatin = range(0x20, 0x7e)
const latin1 = range(0xa0, 0xff)
const latinExtendedA = range(0x100, 0x17f)
const punctuation = '–—‘’‚“”„†…‰‹›€−ẞ←→'
// Fira places these marks well on every letter; ogonek, horn, candrabindu, comma right and double macron are Noto's.
const marks = '\u0300\u0301\u0302\u0304\u0306\u0307\u0308\u030b\u030c\u030d\u0323\u0325\u0326\u0327\u0331'
const fira = basicLatin + latin1 + latinExtendedA + punctuation + marks

/** Every character of DIN 91379; the list's third column holds its code points. */
const din91379 = readFileSync(process.argv[2], 'utf8')
  .trim()
  .split('\n')
  .flatMap(line => line.split(';')[2].trim().split(' '))
  .map(hex => String.fromCodePoint(Number.parseInt(hex, 16)))
  .filter(character => character >= ' ')
  .join('')

const kern = 'node_modules/@kern-ux/native/dist/fonts/fira-sans'
const noto = 'node_modules/@expo-google-fonts/noto-sans'
const keepFeatures = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum']

for (const [name, source, text] of [
  ['fira-sans-400', `${kern}/FiraSans-Regular.woff2`, fira],
  ['fira-sans-600', `${kern}/FiraSans-SemiBold.woff2`, fira],
  ['noto-sans-400', `${noto}/400Regular/NotoSans_400Regular.ttf`, fira + din91379],
  ['noto-sans-600', `${noto}/600SemiBold/NotoSans_600SemiBold.ttf`, fira + din91379],
]) {
  const font = await subsetFont(readFileSync(source), text, {
    targetFormat: 'woff2',
    keepFeatures,
    preserveNameIds: [0, 7, 13, 14],
  })
  writeFileSync(new URL(`${name}.woff2`, import.meta.url), font)
  console.log(`${name}.woff2 ${(font.length / 1024).toFixed(1)} KB`)
}
