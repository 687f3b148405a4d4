// LHC-Forms of the National Library of Medicine: a web component, as its npm package carries it.
// See https://lhncbc.github.io/lforms/ for the functions that are called.

const package_ = 'node_modules/lforms/dist/lforms/';
const scripts = ['webcomponent/assets/lib/zone.min.js', 'webcomponent/runtime.js', 'webcomponent/polyfills.js', 'webcomponent/main.js', 'fhir/R4/lformsFHIR.min.js'];

export default {
  name: 'LHC-Forms',
  // It knows neither the extension for options that are offered to some people only, nor the one for options that stand alone.
  offersEverything: true,
  // An extension of a response is gone once it was loaded. Knead keeps there which answers contradicted the ones that count.
  forgetsExtensions: true,
  html: `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/${package_}webcomponent/styles.css"><div id="form"></div>`
    + scripts.map((file) => `<script src="/${package_}${file}"></script>`).join(''),

  // show loads the questionnaire, with a response to it if there is one.
  show: ({ questionnaire, response }) => {
    let form = LForms.Util.convertFHIRQuestionnaireToLForms(questionnaire, 'R4');
    if (response) form = LForms.Util.mergeFHIRDataIntoLForms('QuestionnaireResponse', response, form, 'R4');
    return LForms.Util.addFormToPage(form, 'form');
  },
  exported: () => LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4', null, { extract: false }),

  // The place of an item on the page, and the linkId of such a place. There is one instance of each, in one instance of its group.
  item: (id) => `[id="item-${id}/1/1"] > lhc-item-question`,
  items: 'lhc-item > lhc-item-question',
  linkId: (place) => place.parentElement.id.replace(/^item-|(\/1)+$/g, ''),
};
