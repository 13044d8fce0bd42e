// Runs inside the checked page: edges under forced colours, text that is cut, things that move.
globalThis.gates = { ...globalThis.gates, edges, cut, motion }

const shownOnes = selector =>
  [...document.querySelectorAll(selector)].filter(
    element =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('.kern-sr-only, [aria-hidden="true"]:not(.kern-icon)'),
  )
const nameOf = element => element.outerHTML.replace(/\s+/g, ' ').slice(0, 110)

/** Backgrounds vanish under forced colours: what is a control must have a line around it, a sign a colour of its own. */
function edges() {
  const hasLine = style => style.borderBlockEndStyle !== 'none' && Number.parseFloat(style.borderBlockEndWidth) >= 1
  const bare = shownOnes('.kern-btn, input:not([type="hidden"]), select, textarea').filter(control => {
    const own = getComputedStyle(control)
    const around = getComputedStyle(control.parentElement)
    return (
      !hasLine(own) &&
      !(control.matches('select') && hasLine(around)) &&
      !(control.matches('[type="radio"], [type="checkbox"]') && own.appearance === 'auto')
    )
  })
  const paper = getComputedStyle(document.body).backgroundColor
  const unseen = shownOnes('.kern-icon').filter(icon =>
    [paper, 'rgba(0, 0, 0, 0)'].includes(getComputedStyle(icon).backgroundColor),
  )
  return [...bare.map(control => `no edge: ${nameOf(control)}`), ...unseen.map(icon => `not seen: ${nameOf(icon)}`)]
}

/** Words that reach beyond the box they belong to. */
function cut() {
  const boxes = shownOnes('.kern-btn, .tag, .kern-label, legend, h1, h2, h3, dt, dd, .kern-hint, .kern-error')
  return boxes
    .filter(box => linesIn(box).some(line => isOutside(line, box.getBoundingClientRect())))
    .map(box => `words stick out: ${nameOf(box)}`)
}

function linesIn(box) {
  const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT, node =>
    node.parentElement.closest('.kern-sr-only') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const lines = []
  while (texts.nextNode()) {
    const range = document.createRange()
    range.selectNodeContents(texts.currentNode)
    lines.push(...range.getClientRects())
  }
  return lines.filter(line => line.width > 1)
}

function isOutside(line, box) {
  return (
    line.right > box.right + 2 || line.left < box.left - 2 || line.bottom > box.bottom + 4 || line.top < box.top - 4
  )
}

function motion() {
  const moving = [...document.querySelectorAll('*')].filter(element => {
    const style = getComputedStyle(element)
    return style.scrollBehavior === 'smooth' || /[1-9]/.test(style.transitionDuration) || style.animationName !== 'none'
  })
  return moving.slice(0, 3).map(element => `moves: ${nameOf(element)}`)
}
