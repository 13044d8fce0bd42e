// Runs inside the checked page: targets, what sticks out, what colours there are, where the focus is.
globalThis.gates = { ...globalThis.gates, targets, overflow, colours, focus: whereFocusIs }

const visible = selector =>
  [...document.querySelectorAll(selector)].filter(element => element.checkVisibility({ visibilityProperty: true }))
const textOf = element => element.textContent.replace(/\s+/g, ' ').trim()
const sketch = element => element.outerHTML.replace(/\s+/g, ' ').slice(0, 110)

/** WCAG 2.5.8 without its exception for spacing; links within a sentence are excepted. */
function targets() {
  const controls = visible('a[href], button, input:not([type="hidden"]), select, textarea, summary')
  return controls
    .filter(control => !control.matches('.skip-link, [aria-hidden="true"]') && !isInSentence(control))
    .flatMap(control => {
      const boxes = [control, ...(control.matches('[type="radio"], [type="checkbox"]') ? control.labels : [])].map(
        element => element.getBoundingClientRect(),
      )
      const width = Math.max(...boxes.map(box => box.right)) - Math.min(...boxes.map(box => box.left))
      const height = Math.max(...boxes.map(box => box.bottom)) - Math.min(...boxes.map(box => box.top))
      return width < 23.9 || height < 23.9
        ? [`${Math.round(width)} × ${Math.round(height)} px: ${sketch(control)}`]
        : []
    })
}

function isInSentence(control) {
  return getComputedStyle(control).display === 'inline' && textOf(control.parentElement).length > textOf(control).length
}

/** Nothing sticks out sideways, but in named regions that can be scrolled by keyboard; nothing is cut off. */
function overflow() {
  const page = document.scrollingElement
  const found = page.scrollWidth > innerWidth ? [`the page is ${page.scrollWidth} px wide: ${sticksOut()}`] : []
  for (const element of visible('body *')) {
    if (
      element.scrollWidth <= element.clientWidth + 1 ||
      element.closest('.kern-sr-only, svg') ||
      element.clientWidth === 0
    )
      continue
    const style = getComputedStyle(element).overflowX
    if (/auto|scroll/.test(style) && !element.matches('[role="region"][aria-label][tabindex="0"], textarea'))
      found.push(`scrolls sideways without name or focus: ${sketch(element)}`)
    if (/hidden|clip/.test(style) && !element.matches('input, select, textarea'))
      found.push(`is cut off: ${sketch(element)}`)
  }
  return found
}

function sticksOut() {
  const wide = visible('body *').filter(
    element => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('[role="region"]'),
  )
  return wide.slice(0, 3).map(sketch).join(' · ')
}

/** For every element with words of its own: all that decides about contrast, from its letters down to the ground. */
function colours() {
  const grounds = new Map()
  const groundOf = element => {
    if (!element) return ''
    if (!grounds.has(element))
      grounds.set(element, groundOf(element.parentElement) + layerOf(getComputedStyle(element)))
    return grounds.get(element)
  }
  const withWords = visible('body *').filter(element =>
    [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()),
  )
  const lettersOf = ({ color, fontSize, fontWeight, textShadow }) => `${color} ${fontSize} ${fontWeight} ${textShadow}`
  return [...new Set(withWords.map(element => `${lettersOf(getComputedStyle(element))}${groundOf(element)}`))]
}

/** What a box puts under its words, or over those of others; nothing for a box that draws nothing. */
function layerOf({ backgroundColor, backgroundImage, opacity, position, filter }) {
  const drawn = [backgroundColor, backgroundImage, opacity, position, filter].join(' ')
  return drawn === 'rgba(0, 0, 0, 0) none 1 static none' ? '' : ` on ${drawn}`
}

/** Where the focus is, how it is shown, and whether something lies over it. */
function whereFocusIs() {
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
    text: textOf(element).slice(0, 80),
    ring,
    isVisible: points.some(isOver),
  }
}
