// Pressing one button of a page with several forms, and posting what no browser of ours would.
import { formsOf, openVisitor, type Page, type Visitor } from './visitor.ts'

type Values = Record<string, string | string[]>

/** A visitor who comes back with a draft's token in the cookie. */
export function openVisitorWith(baseUrl: string, token: string): Visitor {
  const visitor = openVisitor(baseUrl)
  visitor.jar.set('entwurf', token)
  return visitor
}

/** What the form with this button would post; `values` replace what stands in its controls and add fields it lacks. */
export function bodyOf(page: Page, button: string, values: Values = {}, action?: string): URLSearchParams {
  const body = new URLSearchParams()
  for (const { name, values: shown } of formWith(page, button, action).controls) {
    if (values[name] === undefined) for (const value of shown) body.append(name, value)
  }
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) body.append(name, one)
  body.append('action', button)
  return body
}

/** Presses a button; an `action` tells apart forms that have the same button. */
export function press(visitor: Visitor, page: Page, button: string, values: Values = {}, action?: string) {
  return send(visitor, formWith(page, button, action).action || page.url, bodyOf(page, button, values, action))
}

/** A button stands in its form or names it. */
function formWith(page: Page, button: string, action?: string) {
  const forms = formsOf(page.html)
  const named = new RegExp(`<button[^>]* form="([^"]*)"[^>]* value="${button}"`).exec(page.html)?.[1]
  const tags = [...page.html.matchAll(/<form(?![^>]*abmelden)[^>]*method="post"[^>]*>/g)].map(match => match[0])
  const found = forms.find(
    (form, index) =>
      (!action || form.action === action) &&
      (form.buttons.includes(button) || (named && tags[index]?.includes(` id="${named}"`))),
  )
  if (!found) throw new Error(`${page.url} (${page.status}) has no button ${button}`)
  return found
}

export function send(
  visitor: Visitor,
  path: string,
  body: URLSearchParams | Values,
  headers: Record<string, string> = {},
) {
  const pairs = body instanceof URLSearchParams ? body : new URLSearchParams(pairsOf(body))
  return visitor.request(path, {
    method: 'POST',
    body: pairs.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
}

/** One answer without following it: status, headers, cookies as they come. */
export function answer(visitor: Visitor, baseUrl: string, path: string, init: RequestInit = {}): Promise<Response> {
  const cookie = [...visitor.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  return fetch(new URL(path, baseUrl), {
    ...init,
    redirect: 'manual',
    headers: { ...(cookie && { cookie }), ...init.headers },
  })
}

export function hidden(page: Pick<Page, 'html'>, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page.html)?.[1] ?? ''
}

function pairsOf(values: Values): [string, string][] {
  return Object.entries(values).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))
}
