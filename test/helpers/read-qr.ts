// What a phone reads in the QR code of a letter: the picture in the PDF, read by a library that did not draw it.
import jsqr from 'jsqr'
import { getDocument, ImageKind, OPS, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

const squarePixels = 4
const blankModules = 4

type Picture = { width: number; height: number; kind: number; data: Uint8Array }

/** Null when no page has one that can be read. */
export async function readQr(pdf: Uint8Array): Promise<string | null> {
  const task = getDocument({ data: pdf.slice(), verbosity: VerbosityLevel.ERRORS, isOffscreenCanvasSupported: false })
  const file = await task.promise
  const found: string[] = []
  for (let number = 1; number <= file.numPages; number++)
    found.push(...(await picturesOf(await file.getPage(number))).flatMap(picture => decoded(picture) ?? []))
  await task.destroy()
  return found[0] ?? null
}

async function picturesOf(page: PDFPageProxy): Promise<Picture[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const names = argsArray.filter((_, index) => fnArray[index] === OPS.paintImageXObject).map(([name]) => name as string)
  return Promise.all(names.map(name => new Promise<Picture>(resolve => page.objs.get(name, resolve))))
}

/** One pixel of the picture is one module; around it stays the blank margin that a reader wants. */
function decoded(picture: Picture): string | undefined {
  const size = (picture.width + 2 * blankModules) * squarePixels
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++) if (isDark(picture, x, y)) blacken(pixels, size, x, y)
  return (jsqr as unknown as typeof jsqr.default)(pixels, size, size)?.data
}

function isDark({ width, kind, data }: Picture, x: number, y: number): boolean {
  const bytes = kind === ImageKind.RGB_24BPP ? 3 : 4
  return data[(y * width + x) * bytes] === 0
}

function blacken(pixels: Uint8ClampedArray, size: number, x: number, y: number): void {
  const [left, top] = [(x + blankModules) * squarePixels, (y + blankModules) * squarePixels]
  for (let row = top; row < top + squarePixels; row++)
    for (let column = left; column < left + squarePixels; column++)
      pixels.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3)
}
