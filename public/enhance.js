// Comfort only: every page works without this file.

/** Marked on `<body>` when a page shows personal answers. */
const isPersonal = 'personal' in document.body.dataset

// Browsers that know `autofocus` only on controls; later than those that know it everywhere.
setTimeout(() => {
  if (document.activeElement === document.body) document.querySelector('[autofocus]')?.focus()
}, 100)

// A page kept alive behind the Back button would show answers after the session has ended.
addEventListener('pageshow', event => {
  if (event.persisted && isPersonal) location.reload()
})

// A double click sends once. The button stays enabled: a disabled one could not explain itself.
const sentAt = new WeakMap()
addEventListener('submit', event => {
  const wait = 3000
  if (Date.now() - (sentAt.get(event.target) ?? 0) < wait) event.preventDefault()
  else sentAt.set(event.target, Date.now())
})
