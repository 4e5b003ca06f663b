// Slack's own framework with one command that is acknowledged at once: what ours is measured beside.
//   NODE_PATH=FOLDER/node_modules node bolt.cjs PORT SIGNING_SECRET
const { App, HTTPReceiver, LogLevel } = require('@slack/bolt');

const [port, signingSecret] = [Number(process.argv[2]), process.argv[3]];
const receiver = new HTTPReceiver({ signingSecret, endpoints: '/slack/commands', logLevel: LogLevel.ERROR });
const authorize = async () => ({ botToken: 'xoxb-of-nobody', botId: 'B0FAKE0001', botUserId: 'U0FAKEBOT1' });
const app = new App({ receiver, authorize, logLevel: LogLevel.ERROR });
app.command('/socialwins', async ({ ack }) => ack());
app.start({ port, host: '127.0.0.1' });
