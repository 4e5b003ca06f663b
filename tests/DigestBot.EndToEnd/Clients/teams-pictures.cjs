// teams-pictures.cjs FROM TO: makes two pages of HTML, light and dark, whose show(NAME) draws the bare card of teams-NAME.json by
// Microsoft's adaptivecards with a host configuration near Teams', and returns what the renderer had to say of it.
const { readFileSync, writeFileSync, readdirSync, mkdirSync } = require('node:fs');
const { join, dirname } = require('node:path');

const [from, to] = process.argv.slice(2);
// In the page itself: a picture asks for nothing outside.
const library = readFileSync(join(dirname(require.resolve('adaptivecards/package.json')), 'dist', 'adaptivecards.min.js'), 'utf8').replace(/<\/script/g, '<\\/script');
const themes = {
  light: { text: '#242424', subtle: '#616161', accent: '#5b5fc7', good: '#237b4b', warning: '#b35f00', attention: '#c4314b', card: '#ffffff', panel: '#f5f5f5', page: '#f0f0f0', line: '#d1d1d1' },
  dark: { text: '#ffffff', subtle: '#adadad', accent: '#9299f7', good: '#92c353', warning: '#f2c661', attention: '#f9718a', card: '#292929', panel: '#3d3d3d', page: '#141414', line: '#666666' },
};

const colors = theme => Object.fromEntries(['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention']
  .map(name => [name, { default: theme[name] ?? theme.text, subtle: theme[name] ?? theme.subtle }]));

const host = theme => ({
  fontFamily: "'Segoe UI', 'DejaVu Sans', sans-serif", supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: theme.line },
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 }, fontWeights: { lighter: 200, default: 400, bolder: 600 },
  containerStyles: {
    default: { backgroundColor: theme.card, foregroundColors: colors(theme) },
    emphasis: { backgroundColor: theme.panel, foregroundColors: colors(theme) },
  },
  actions: { maxActions: 5, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left', showCard: { actionMode: 'inline' } },
});

const style = theme => `body{margin:12px;background:${theme.page};font-family:'DejaVu Sans',sans-serif;overflow-wrap:break-word}
#card{border:1px solid ${theme.line};border-radius:6px;overflow:hidden}a{color:${theme.accent}}
.ac-actionSet{flex-wrap:wrap!important;row-gap:8px;overflow:visible!important}
.ac-pushButton{background:transparent;border:1px solid ${theme.line};border-radius:4px;padding:5px 12px;font-weight:600;color:${theme.text}}
.ac-pushButton.style-positive{background:#5b5fc7;color:#fff;border-color:#5b5fc7}
input,select,textarea{font:inherit;box-sizing:border-box;max-width:100%;padding:5px;background:${theme.card};color:${theme.text};border:1px solid ${theme.line}}`;

// Runs in the page. Teams reads a little markdown and its own mentions in TextBlocks; both must show here when something gets that far.
function draw(json, config) {
  const { AdaptiveCard, HostConfig, SerializationContext } = AdaptiveCards;
  const mentions = json.msteams?.entities ?? [];
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    result.outputHtml = mentions
      .reduce((html, one) => html.split(one.text.replace(/</g, '&lt;')).join(`<span class="mention">${one.mentioned.name}</span>`), escaped)
      .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>').replace(/\[(.+?)\]\((.+?)\)/g, '<a href="$2">$1</a>');
    result.didProcess = true;
  };
  const card = new AdaptiveCard();
  const context = new SerializationContext();
  card.hostConfig = new HostConfig(config);
  card.parse(json, context);
  const parsed = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  const checked = card.validateProperties().validationEvents.map(event => event.message);
  document.getElementById('card').replaceChildren(card.render());
  return [...parsed, ...checked];
}

mkdirSync(to, { recursive: true });
const names = readdirSync(from).filter(name => name.startsWith('teams-') && name.endsWith('.json'));
const cards = Object.fromEntries(names.map(name => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(join(from, name), 'utf8'))]));
const json = JSON.stringify(cards).replace(/</g, '\\u003c');
for (const [name, theme] of Object.entries(themes)) {
  writeFileSync(join(to, `${name}.html`), `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${name}</title><style>${style(theme)}</style></head><body><div id="card"></div><script>${library}</script>
<script>const cards = ${json}; const draw = ${draw}; const show = name => draw(cards[name], ${JSON.stringify(host(theme))});</script></body></html>`);
}
