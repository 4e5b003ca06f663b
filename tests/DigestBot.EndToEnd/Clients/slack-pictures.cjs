// slack-pictures.cjs FROM TO: draws each slack-*.json of a folder (a message, a modal, a home page or bare blocks) as pages of HTML, light
// and dark, by slack-blocks-to-jsx.
const { readFileSync, writeFileSync, readdirSync, mkdirSync } = require('node:fs');
const { join, dirname } = require('node:path');
const React = require('react');
const { renderToStaticMarkup } = require('react-dom/server');
const { Message } = require('slack-blocks-to-jsx');

const [from, to] = process.argv.slice(2);
const style = readFileSync(join(dirname(require.resolve('slack-blocks-to-jsx')), 'style.css'), 'utf8');
const colours = { light: 'background:#fff;color:#1d1c1d', dark: 'background:#1a1d21;color:#d1d2d3' };
const logo = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><rect width="36" height="36" rx="8" fill="#1d3557"/></svg>')}`;

// Where the renderer is not as Slack: it formats nothing where `verbatim` stands (Slack only leaves links and names alone), and
// looks for links and names in plain_text (Slack parses nothing in it).
function asSlack(node) {
  if (Array.isArray(node)) return node.map(asSlack);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, asSlack(value)]));
  delete copy.verbatim;
  return copy.type === 'plain_text' ? { ...copy, verbatim: true } : copy;
}

// A modal's frame is not the renderer's business.
const framed = (view, html) => view.type === 'modal'
  ? `<h1 class="title">${view.title.text}</h1>${html}<p class="foot">${[view.close, view.submit].filter(Boolean).map(button => `<button>${button.text}</button>`).join(' ')}</p>`
  : html;

mkdirSync(to, { recursive: true });
for (const file of readdirSync(from).filter(name => name.startsWith('slack-') && name.endsWith('.json'))) {
  const read = asSlack(JSON.parse(readFileSync(join(from, file), 'utf8')));
  const view = Array.isArray(read) ? { blocks: read } : read;
  for (const theme of Object.keys(colours)) {
    const message = React.createElement(Message, {
      blocks: view.blocks, time: new Date(0), name: 'DigestBot', logo, theme, data: { users: [], channels: [], user_groups: [] }, hooks: {},
    });
    writeFileSync(join(to, `${file.slice(0, -'.json'.length)}.${theme}.html`), `<!doctype html><html lang="en" class="${theme}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${file}</title><style>${style}</style>
<style>body{margin:12px;overflow-wrap:break-word;${colours[theme]}}.title{font:700 18px sans-serif}.foot{text-align:right}</style></head>
<body class="${theme}">${framed(view, renderToStaticMarkup(message))}</body></html>`);
  }
}
