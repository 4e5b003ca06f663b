// Microsoft's own framework with a bot that hears a message and says nothing: what ours is measured beside. Its check of the token is
// on, pointed at the keys that ours are pointed at.
//   NODE_PATH=FOLDER/node_modules node botbuilder.cjs PORT APP_ID OPENID_METADATA
const http = require('http');
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');

const [port, appId, metadata] = [Number(process.argv[2]), process.argv[3], process.argv[4]];
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'a secret of nobody',
  MicrosoftAppType: 'MultiTenant',
  ToBotFromChannelOpenIdMetadataUrl: metadata,
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToBotFromEmulatorOpenIdMetadataUrl: metadata,
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
}));
adapter.onTurnError = async (context, error) => console.error(String(error));

class Bot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => next());
  }
}

const bot = new Bot();
http.createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part)).on('end', () => {
    try {
      request.body = JSON.parse(Buffer.concat(parts));
    } catch {
      response.writeHead(400).end();
      return;
    }
    response.status = code => { response.statusCode = code; return response; };
    response.send = body => { response.end(body === undefined ? '' : JSON.stringify(body)); return response; };
    response.header = (name, value) => { response.setHeader(name, value); return response; };
    adapter.process(request, response, context => bot.run(context)).catch(error => {
      console.error(String(error));
      if (!response.writableEnded) response.writeHead(500).end();
    });
  });
}).listen(port, '127.0.0.1');
