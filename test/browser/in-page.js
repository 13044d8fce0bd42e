// Runs in a browser, on the markup of a page: what of its structure is not as it should be, in sentences.
globalThis.gates = { ...globalThis.gates, structure, show }

let page

/** Another page in this one's place, under the same stylesheet: axe need not be loaded anew. */
function show(html) {
  const { documentElement, title, body } = new DOMParser().parseFromString(html, 'text/html')
  for (const { name, value } of documentElement.attributes) document.documentElement.setAttribute(name, value)
  document.title = title
  document.body.replaceWith(body)
  scrollTo(0, 0)
}

const references = [
  'for',
  'aria-describedby',
  'aria-labelledby',
  'aria-controls',
  'aria-owns',
  'headers',
  'list',
  'form',
]

function structure(html) {
  page = new DOMParser().parseFromString(html, 'text/html')
  return [...ids(), ...headings(), ...landmarks(), ...skipLink(), ...links(), ...summary(), ...fields()]
}

const all = (selector, inside = page) => [...inside.querySelectorAll(selector)]
const wordsOf = element => element.textContent.replace(/\s+/g, ' ').trim()
const nameTag = element => element.outerHTML.replace(/\s+/g, ' ').slice(0, 110)

/** Every id is unique, every reference resolves. */
function ids() {
  const known = all('[id]').map(element => element.id)
  const twice = known.filter((id, index) => known.indexOf(id) !== index).map(id => `id ${id} is there twice`)
  const named = references.flatMap(attribute =>
    all(`[${attribute}]`).flatMap(element =>
      element
        .getAttribute(attribute)
        .split(/\s+/)
        .map(id => [attribute, id]),
    ),
  )
  const jumps = all('a[href^="#"]').map(link => ['href', link.hash.slice(1)])
  const lost = [...named, ...jumps]
    .filter(([, id]) => !known.includes(id))
    .map(([attribute, id]) => `${attribute} points to #${id}, which is not there`)
  return [...twice, ...lost]
}

/** One h1, no level skipped; only the error summary's h2 stands above it. */
function headings() {
  const levels = all('h1, h2, h3, h4, h5, h6')
    .filter(heading => !heading.closest('.error-summary'))
    .map(heading => Number(heading.tagName[1]))
  const found = levels.filter(level => level === 1).length === 1 ? [] : ['there is not exactly one h1']
  if (levels[0] !== 1) found.push('the first heading is not the h1')
  for (const [index, level] of levels.entries())
    if (index > 0 && level > levels[index - 1] + 1) found.push(`h${level} follows h${levels[index - 1]}`)
  return found
}

function landmarks() {
  const counts = { main: 'main', banner: 'body > header', contentinfo: 'body > footer' }
  const wrong = Object.entries(counts)
    .filter(([, selector]) => all(selector).length !== 1)
    .map(([name]) => `there is not exactly one ${name}`)
  const navigations = all('nav').map(nav => nav.getAttribute('aria-label') ?? '')
  const unnamed = navigations
    .filter((name, index) => name === '' || navigations.indexOf(name) !== index)
    .map(name => `a nav has no name of its own: "${name}"`)
  const outside = all('body > *')
    .filter(element => !element.matches('header, main, footer, .skip-link'))
    .map(element => `outside every landmark: ${nameTag(element)}`)
  return [...wrong, ...unnamed, ...outside]
}

function skipLink() {
  const first = page.querySelector(
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]',
  )
  const target = page.querySelector('#inhalt')
  const isRight = first?.matches('.skip-link') && first.hash === '#inhalt' && target?.matches('main[tabindex="-1"]')
  return isRight ? [] : ['the first stop is not a skip link to main#inhalt']
}

/** Two links with one name lead to one place. */
function links() {
  const places = new Map()
  for (const link of all('a[href]'))
    places.set(wordsOf(link), (places.get(wordsOf(link)) ?? new Set()).add(link.getAttribute('href')))
  return [...places]
    .filter(([name, addresses]) => name === '' || addresses.size > 1)
    .map(([name, addresses]) => `"${name}" leads to ${[...addresses].join(' and ')}`)
}

/** Above the h1, in the order of the fields, each item with the field's own message. */
function summary() {
  const box = page.querySelector('.error-summary')
  if (!box) return all('[aria-invalid="true"], .kern-error').length ? ['there are errors but no summary'] : []
  const found = []
  const heading = page.querySelector('h1')
  if (!(box.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING) || !box.closest('main'))
    found.push('the summary is not above the h1 in main')
  if (!box.matches('[tabindex="-1"][autofocus]') || !box.querySelector('[role="alert"]'))
    found.push('the summary cannot take focus or is no alert')
  const items = all('a', box).map(link => ({ text: wordsOf(link), field: page.getElementById(link.hash.slice(1)) }))
  if (items.length === 0) found.push('the summary is empty')
  for (const { text, field } of items) {
    if (field && !field.matches('input, select, textarea, button, a[href], [tabindex]'))
      found.push(`"${text}" leads to what cannot have focus`)
    const messages = all('.kern-error').map(error => wordsOf(error).replace(/^\S+: /, ''))
    if (messages.length && !messages.some(message => text.endsWith(message)))
      found.push(`"${text}" is not said at a field`)
  }
  const isSorted = items.every(
    ({ field }, index) =>
      index === 0 ||
      !field ||
      field === items[index - 1].field ||
      items[index - 1].field?.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return isSorted ? found : [...found, 'the summary is in another order than the fields']
}

/** Errors are read before hints; forms leave validation to us; labels are no placeholders. */
function fields() {
  const found = all('form[method="post"] :is(input:not([type="hidden"]), select, textarea)')
    .filter(control => !control.form.noValidate)
    .slice(0, 1)
    .map(() => 'a form is not novalidate')
  for (const control of all('[aria-invalid="true"]')) {
    const [first] = (
      control.getAttribute('aria-describedby') ??
      control.closest('fieldset[aria-describedby]')?.getAttribute('aria-describedby') ??
      ''
    ).split(' ')
    if (!first.endsWith('-error')) found.push(`the error is not the first description of ${nameTag(control)}`)
  }
  for (const control of all(
    '[placeholder], input[type="number"], [accesskey], [tabindex]:not([tabindex="0"], [tabindex="-1"])',
  ))
    found.push(`not wanted: ${nameTag(control)}`)
  for (const error of all('.kern-error'))
    if (!error.querySelector('.kern-sr-only')) found.push(`an error does not say that it is one: ${wordsOf(error)}`)
  return found
}
