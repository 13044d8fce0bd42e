// Markup rules of html-validate: all recommended ones, but for those below, each with its reason.
export default {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Titles say question, service and town (A09): longer than what a search engine shows, and nothing here is searched.
    'long-title': 'off',
    // Several values repeat the name; that is how forms are named here (docs, "Form controls").
    'form-dup-name': 'off',
    // A button in a form submits; where that is meant, HTML's own default says so.
    'no-implicit-button-type': 'off',
    // Ids come from official lists ("Dr.hc."); the HTML standard allows everything but blanks.
    'valid-id': ['error', { relaxed: true }],
    // A scrollable table has a region of its own with tabindex: role and name on one element, as WAI shows it.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
}
