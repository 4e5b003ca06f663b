// Microsoft's own client of the Connector as the judge of our fake one:
//   node connector.cjs LOGIN SERVICE-URL APP-ID SECRET TENANT CHANNEL PERSON
// Ends with 1 and the first thing that is not as Microsoft's client expects it.
const assert = require('node:assert/strict');
const { ConnectorClient } = require('botframework-connector');

const [, , login, baseUri, appId, secret, tenantId, channel, person] = process.argv;
const bot = { id: `28:${appId}` };
const card = (text) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] } });
const message = (text) => ({ type: 'message', attachments: [card(text)], summary: text });

async function token(clientSecret) {
  const form = new URLSearchParams({ client_id: appId, client_secret: clientSecret, grant_type: 'client_credentials', scope: 'https://api.botframework.com/.default' });
  const answer = await fetch(`${login}${tenantId}/oauth2/v2.0/token`, { method: 'POST', body: form });
  return { status: answer.status, ...(await answer.json()) };
}

function client(bearer) {
  const credentials = { signRequest: async (request) => { request.headers.set('authorization', `Bearer ${bearer}`); return request; } };
  return new ConnectorClient(credentials, { baseUri, noRetryPolicy: true });
}

async function refusal(call) {
  const error = await call.then(() => assert.fail('it was not refused'), (failure) => failure);
  return error.statusCode;
}

async function personal(conversations) {
  const parameters = { isGroup: false, bot, members: [{ id: person }], tenantId, channelData: { tenant: { id: tenantId } } };
  const chat = await conversations.createConversation(parameters);
  assert.equal((await conversations.createConversation(parameters)).id, chat.id, 'opening twice is the same conversation');
  const sent = await conversations.sendToConversation(chat.id, message('To you'));
  assert.ok(sent.id);
  const { members } = await conversations.getConversationPagedMembers(chat.id);
  assert.deepEqual(members.map((member) => member.id), [person]);
  assert.ok(members[0].aadObjectId && members[0].email && members[0].userPrincipalName);
  assert.equal((await conversations.getConversationMember(chat.id, person)).id, person);
  await conversations.deleteActivity(chat.id, sent.id);
  assert.equal(await refusal(conversations.updateActivity(chat.id, sent.id, message('Gone'))), 404);
}

async function thread(conversations) {
  const created = await conversations.createConversation({ isGroup: true, bot, tenantId, channelData: { channel: { id: channel } }, activity: message('The edition') });
  assert.equal(created.id, `${channel};messageid=${created.activityId}`);
  const reply = await conversations.sendToConversation(created.id, message('A touch point'));
  assert.notEqual(reply.id, created.activityId);
  assert.equal((await conversations.updateActivity(created.id, reply.id, message('Changed'))).id, reply.id);
  const names = [];
  let page = {};
  do {
    page = await conversations.getConversationPagedMembers(channel, { pageSize: 50, continuationToken: page.continuationToken });
    names.push(...page.members.map((member) => member.id));
  } while (page.continuationToken);
  assert.ok(names.includes(person) && new Set(names).size === names.length);
}

(async () => {
  assert.equal((await token('wrong')).error, 'invalid_client');
  const granted = await token(secret);
  assert.equal(granted.status, 200, JSON.stringify(granted));
  const { conversations } = client(granted.access_token);
  await personal(conversations);
  await thread(conversations);
  assert.equal(await refusal(conversations.sendToConversation('19:nowhere@thread.tacv2', message('x'))), 404);
  assert.equal(await refusal(client('nobody').conversations.sendToConversation(channel, message('x'))), 401);
  console.log('as the Connector');
})().catch((failure) => { console.error(failure); process.exit(1); });
