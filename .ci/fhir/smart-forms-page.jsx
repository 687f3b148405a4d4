// The page that shows Smart Forms' renderer, as its documentation embeds it (https://smartforms.csiro.au/docs/dev).
import { QueryClientProvider } from '@tanstack/react-query';
import {
  BaseRenderer, RendererThemeProvider, buildForm, getResponse, removeEmptyAnswersFromResponse, removeInternalIdsFromResponse, useRendererQueryClient,
} from '@aehrc/smart-forms-renderer';
import React from 'react';
import { createRoot } from 'react-dom/client';

function Form() {
  return (
    <RendererThemeProvider>
      <QueryClientProvider client={useRendererQueryClient()}>
        <BaseRenderer />
      </QueryClientProvider>
    </RendererThemeProvider>
  );
}

let shown;
let root;

window.show = async ({ questionnaire, response }) => {
  root?.unmount();
  shown = questionnaire;
  // All codes are in the questionnaire; a terminology server is never asked.
  await buildForm({ questionnaire, questionnaireResponse: response, terminologyServerUrl: 'http://terminology.invalid' });
  root = createRoot(document.getElementById('form'));
  root.render(<Form />);
};

window.exported = () => removeInternalIdsFromResponse(shown, removeEmptyAnswersFromResponse(shown, getResponse()));
