// Microsoft's own botbuilder as the judge of the tokens and activities that we sign and send, its check on:
//   node botbuilder.cjs PORT APP-ID OPENID-METADATA
// Tells each activity that it believes on a line of its own: {"kind","who","what"}.
const http = require('node:http');
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');

const [, , port, appId, metadata] = process.argv;
const tell = (kind, who, what) => console.log(JSON.stringify({ kind, who, what }));
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'none',
  MicrosoftAppType: 'MultiTenant',
  ToBotFromChannelOpenIdMetadataUrl: metadata,
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToBotFromEmulatorOpenIdMetadataUrl: metadata,
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
}));
adapter.onTurnError = async (context, error) => { throw error; };

async function turn(context) {
  const { activity } = context;
  tell(activity.type, activity.from.aadObjectId, activity.name ?? activity.text ?? activity.reactionsAdded?.[0].type ?? activity.action ?? '');
  if (activity.type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
}

async function receive(request, response) {
  const parts = [];
  for await (const part of request) parts.push(part);
  request.body = JSON.parse(Buffer.concat(parts));
  response.status = (code) => { response.statusCode = code; return response; };
  response.send = (body) => { response.end(body === undefined ? '' : JSON.stringify(body)); return response; };
  response.header = (name, value) => { response.setHeader(name, value); return response; };
  await adapter.process(request, response, turn);
}

http.createServer((request, response) => {
  receive(request, response).catch((error) => {
    console.error(String(error));
    if (!response.writableEnded) response.writeHead(500).end();
  });
}).listen(Number(port), '127.0.0.1', () => tell('ready', '', ''));
