// teams-manifest.cjs MANIFEST...: checks app manifests by Microsoft's own published schema of the version that each names.
const { readFileSync } = require('node:fs');
const { join, dirname } = require('node:path');
const Ajv = require('ajv-draft-04');
const addFormats = require('ajv-formats');

const schemas = join(dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas', 'teams');
for (const file of process.argv.slice(2)) {
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const schema = JSON.parse(readFileSync(join(schemas, `v${manifest.manifestVersion}`, 'MicrosoftTeams.schema.json'), 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const check = ajv.compile(schema);
  if (!check(manifest)) {
    console.error(file, JSON.stringify(check.errors));
    process.exit(1);
  }
  console.log(`valid ${manifest.manifestVersion}`);
}
