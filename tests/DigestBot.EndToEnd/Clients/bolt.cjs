// Slack's own Bolt as the judge of what we sign and send: node bolt.cjs PORT SIGNING-SECRET
// Acknowledges everything that it verifies, and tells each thing on a line of its own: {"kind","who","what"}.
const { App, HTTPReceiver, LogLevel } = require('@slack/bolt');

const [, , port, signingSecret] = process.argv;
const paths = ['/slack/events', '/slack/commands', '/slack/interactivity', '/slack/options'];
const receiver = new HTTPReceiver({ signingSecret, endpoints: paths, logLevel: LogLevel.ERROR });
const app = new App({ receiver, logLevel: LogLevel.ERROR, authorize: async () => ({ botToken: 'xoxb-none', botId: 'B0', botUserId: 'U0BOT' }) });
const anything = /.*/;
const tell = (kind, who, what) => console.log(JSON.stringify({ kind, who, what }));

app.event(anything, async ({ event }) => tell('event', event.user, event.type));
app.command(anything, async ({ command, ack }) => { await ack(); tell('command', command.user_id, command.text); });
app.action(anything, async ({ body, action, ack }) => { await ack(); tell('action', body.user.id, action.value ?? action.selected_option?.value); });
app.view(anything, async ({ body, view, ack }) => { await ack(); tell('view', body.user.id, view.callback_id); });
app.shortcut(anything, async ({ shortcut, ack }) => { await ack(); tell('shortcut', shortcut.user.id, shortcut.callback_id); });
app.start({ port: Number(port), host: '127.0.0.1' }).then(() => tell('ready', '', ''));
