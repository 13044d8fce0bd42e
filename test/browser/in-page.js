// Runs inside the checked page: what of its structure, its targets and its width is not as it should be, in sentences.
globalThis.gates = { structure, targets, overflow, focus, colours }

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

function structure() {
  return [...ids(), ...headings(), ...landmarks(), ...skipLink(), ...links(), ...summary(), ...fields()]
}

const all = (selector, inside = document) => [...inside.querySelectorAll(selector)]
const wordsOf = element => element.textContent.replace(/\s+/g, ' ').trim()
const isShown = element => element.checkVisibility({ visibilityProperty: true })
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
  const first = document.querySelector(
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]',
  )
  const target = document.querySelector('#inhalt')
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
  const box = document.querySelector('.error-summary')
  if (!box) return all('[aria-invalid="true"], .kern-error').length ? ['there are errors but no summary'] : []
  const found = []
  const heading = document.querySelector('h1')
  if (!(box.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING) || !box.closest('main'))
    found.push('the summary is not above the h1 in main')
  if (!box.matches('[tabindex="-1"][autofocus]') || !box.querySelector('[role="alert"]'))
    found.push('the summary cannot take focus or is no alert')
  const items = all('a', box).map(link => ({ text: wordsOf(link), field: document.getElementById(link.hash.slice(1)) }))
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

/** WCAG 2.5.8 without its exception for spacing; links within a sentence are excepted. */
function targets() {
  const controls = all('a[href], button, input:not([type="hidden"]), select, textarea, summary').filter(isShown)
  return controls
    .filter(control => !control.matches('.skip-link, [aria-hidden="true"]') && !isInSentence(control))
    .flatMap(control => {
      const boxes = [control, ...(control.matches('[type="radio"], [type="checkbox"]') ? control.labels : [])].map(
        element => element.getBoundingClientRect(),
      )
      const width = Math.max(...boxes.map(box => box.right)) - Math.min(...boxes.map(box => box.left))
      const height = Math.max(...boxes.map(box => box.bottom)) - Math.min(...boxes.map(box => box.top))
      return width < 23.9 || height < 23.9
        ? [`${Math.round(width)} × ${Math.round(height)} px: ${nameTag(control)}`]
        : []
    })
}

function isInSentence(control) {
  return (
    getComputedStyle(control).display === 'inline' && wordsOf(control.parentElement).length > wordsOf(control).length
  )
}

/** Nothing sticks out sideways, but in named regions that can be scrolled by keyboard; nothing is cut off. */
function overflow() {
  const page = document.scrollingElement
  const found = page.scrollWidth > innerWidth ? [`the page is ${page.scrollWidth} px wide: ${sticksOut()}`] : []
  for (const element of all('body *').filter(isShown)) {
    if (
      element.scrollWidth <= element.clientWidth + 1 ||
      element.closest('.kern-sr-only, svg') ||
      element.clientWidth === 0
    )
      continue
    const style = getComputedStyle(element).overflowX
    if (/auto|scroll/.test(style) && !element.matches('[role="region"][aria-label][tabindex="0"], textarea'))
      found.push(`scrolls sideways without name or focus: ${nameTag(element)}`)
    if (/hidden|clip/.test(style) && !element.matches('input, select, textarea'))
      found.push(`is cut off: ${nameTag(element)}`)
  }
  return found
}

function sticksOut() {
  const wide = all('body *').filter(
    element => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('[role="region"]'),
  )
  return wide.slice(0, 3).map(nameTag).join(' · ')
}

/** For every element with words of its own: what it stands in, as far as the stylesheet can tell. */
function colours() {
  const nameIt = element =>
    element.tagName +
    [...element.classList].sort().join('.') +
    (element.matches(':has(:checked)') ? '!' : '') +
    (element.ariaCurrent ?? '')
  const pathOf = element => (element === document.body ? '' : pathOf(element.parentElement)) + nameIt(element)
  const withWords = all('body *').filter(element =>
    [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()),
  )
  return [...new Set(withWords.filter(element => !element.closest('option')).map(pathOf))]
}

/** Where the focus is, how it is shown, and whether something lies over it. */
function focus() {
  const element = document.activeElement ?? document.body
  const box = element.getBoundingClientRect()
  const rings = [element, element.parentElement, element.parentElement?.parentElement]
    .filter(Boolean)
    .map(one => getComputedStyle(one))
  const ring = Math.max(
    ...rings.map(style => (style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth))),
  )
  const points = [
    [box.left + box.width / 2, box.top + box.height / 2],
    [box.left + 3, box.top + 3],
    [box.right - 3, box.bottom - 3],
  ]
  const isOver = ([x, y]) => {
    const top = document.elementFromPoint(x, y)
    return top !== null && (element.contains(top) || top.contains(element) || [...(element.labels ?? [])].includes(top))
  }
  const { tagName, id, name = '', value = '', type = '', checked = false, className } = element
  const options = tagName === 'SELECT' ? [...element.options].map(option => [option.value, option.text]) : []
  return {
    tag: tagName.toLowerCase(),
    id,
    name,
    value: String(value),
    type,
    checked,
    className,
    options,
    href: element.getAttribute('href'),
    text: wordsOf(element).slice(0, 80),
    ring,
    isVisible: points.some(isOver),
  }
}
