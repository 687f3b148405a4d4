// The renderer of CSIRO's Smart Forms: a React component, bundled for the browser by esbuild from smart-forms-page.jsx.

export default {
  name: 'Smart Forms',
  offersEverything: false,
  forgetsExtensions: false,
  html: '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/smart-forms.css"><div id="form"></div><script src="/smart-forms.js"></script>',
  show: (it) => window.show(it),
  exported: () => window.exported(),
  item: (id) => `[data-linkid="${id}"]`,
  items: '[data-linkid]:not([data-test=q-item-group-box])',
  linkId: (place) => place.dataset.linkid,
};
