// Turns a template and data into a PDF/UA letter.
export async function renderLetter(template: string, data: unknown): Promise<Uint8Array> {
  throw new Error(`not written yet: ${template} ${typeof data}`)
}
