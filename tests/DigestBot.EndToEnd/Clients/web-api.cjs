// Slack's own Web API client as the judge of our fake Slack: node web-api.cjs API-ADDRESS BOT-TOKEN CHANNEL USER
// Ends with 1 and the first thing that is not as Slack's client expects it.
const assert = require('node:assert/strict');
const { WebClient, ErrorCode } = require('@slack/web-api');

const [, , slackApiUrl, token, channel, user] = process.argv;
const slack = new WebClient(token, { slackApiUrl, retryConfig: { retries: 1, minTimeout: 1 } });
const metadata = { event_type: 'digestbot_delivery', event_payload: { key: 'k1' } };
const section = (text) => ({ type: 'section', text: { type: 'plain_text', text } });

async function refusal(call) {
  const error = await call.then(() => assert.fail('it was not refused'), (failure) => failure);
  assert.equal(error.code, ErrorCode.PlatformError, String(error));
  return error.data.error;
}

async function messages() {
  const posted = await slack.chat.postMessage({ channel, text: 'First', blocks: [section('First')], metadata, unfurl_links: false });
  const reply = await slack.chat.postMessage({ channel, text: 'Second', thread_ts: posted.ts });
  const history = await slack.conversations.history({ channel, include_all_metadata: true, oldest: posted.ts, inclusive: true });
  assert.deepEqual(history.messages.map((message) => message.ts), [posted.ts], 'a thread is not in the history');
  assert.deepEqual(history.messages[0].metadata, metadata);
  const bare = await slack.conversations.history({ channel, oldest: posted.ts, inclusive: true });
  assert.equal(bare.messages[0].metadata.event_payload, undefined, 'metadata needs include_all_metadata');
  const thread = await slack.conversations.replies({ channel, ts: posted.ts });
  assert.deepEqual(thread.messages.map((message) => message.ts), [posted.ts, reply.ts]);
  await slack.chat.update({ channel, ts: posted.ts, text: 'Changed', blocks: [section('Changed')] });
  const changed = await slack.conversations.history({ channel, include_all_metadata: true, oldest: posted.ts, inclusive: true });
  assert.equal(changed.messages[0].text, 'Changed');
  assert.deepEqual(changed.messages[0].metadata, metadata, 'metadata that an update leaves out stays');
  assert.match((await slack.chat.getPermalink({ channel, message_ts: posted.ts })).permalink, /^https:/);
  return posted.ts;
}

async function pages(first) {
  for (let more = 0; more < 5; more++) await slack.chat.postMessage({ channel, text: `More ${more}` });
  const seen = [];
  for await (const page of slack.paginate('conversations.history', { channel, limit: 2, oldest: first, inclusive: true }))
    seen.push(...page.messages.map((message) => message.ts));
  assert.equal(seen.length, 6);
  assert.deepEqual(seen, [...new Set(seen)].sort().reverse(), 'newest first, each once');
}

async function reactions(timestamp) {
  await slack.reactions.add({ channel, timestamp, name: 'eyes' });
  assert.equal(await refusal(slack.reactions.add({ channel, timestamp, name: 'eyes' })), 'already_reacted');
  const { message } = await slack.reactions.get({ channel, timestamp, full: true });
  assert.equal(message.reactions[0].name, 'eyes');
  assert.equal(message.reactions[0].count, 1);
}

async function people() {
  const known = await slack.users.info({ user, include_locale: true });
  assert.equal(known.user.id, user);
  assert.ok(known.user.tz && known.user.locale);
  assert.equal((await slack.users.lookupByEmail({ email: known.user.profile.email })).user.id, user);
  const direct = await slack.conversations.open({ users: user });
  assert.match(direct.channel.id, /^D/);
  assert.equal((await slack.conversations.open({ users: user })).channel.id, direct.channel.id, 'opening twice is the same conversation');
  assert.equal((await slack.chat.postMessage({ channel: user, text: 'To you' })).channel, direct.channel.id);
  assert.ok((await slack.conversations.members({ channel })).members.includes(user));
  assert.ok((await slack.chat.postEphemeral({ channel, user, text: 'Only you' })).message_ts);
  const home = await slack.views.publish({ user_id: user, view: { type: 'home', blocks: [section('Home')] } });
  assert.ok(home.view.id && home.view.hash);
}

async function refusals(timestamp) {
  assert.equal(await refusal(slack.chat.postMessage({ channel: 'C0NOWHERE', text: 'x' })), 'channel_not_found');
  assert.equal(await refusal(slack.chat.update({ channel, ts: '1.000001', text: 'x' })), 'message_not_found');
  assert.equal(await refusal(slack.users.info({ user: 'U0NOBODY' })), 'user_not_found');
  assert.equal(await refusal(slack.users.lookupByEmail({ email: 'nobody@nowhere.example' })), 'users_not_found');
  assert.equal(await refusal(slack.views.open({ trigger_id: 'forged', view: modal() })), 'invalid_trigger_id');
  assert.equal(await refusal(slack.chat.postMessage({ channel, text: 'x', blocks: Array.from({ length: 51 }, () => section('x')) })), 'invalid_blocks');
  assert.equal(await refusal(new WebClient('xoxb-nobody', { slackApiUrl }).auth.test()), 'invalid_auth');
  assert.ok(timestamp);
}

function modal() {
  return { type: 'modal', title: { type: 'plain_text', text: 'Title' }, blocks: [section('x')] };
}

(async () => {
  const me = await slack.auth.test();
  assert.ok(me.user_id && me.bot_id && me.team_id);
  const first = await messages();
  await pages(first);
  await reactions(first);
  await people();
  await refusals(first);
  console.log('as Slack');
})().catch((failure) => { console.error(failure); process.exit(1); });
