// Loaded into the emulator before it starts: it has no setting for an app's event address, so one is registered where it
// makes the headers of its web hooks. The address comes from DIGESTBOT_EVENTS.
import { registerHooks } from 'node:module';

const address = process.env.DIGESTBOT_EVENTS;
const place = 'webhooks.setHeaderFactory((context) => slackWebhookHeaders(store, context));';
const registration = `webhooks.register({ owner: 'slack', events: ['*'], active: true, url: ${JSON.stringify(address)} });`;

registerHooks({
  load(url, context, next) {
    const module = next(url, context);
    const source = module.source?.toString() ?? '';
    return url.includes('/emulate/dist/') && source.includes(place)
      ? { ...module, source: source.replace(place, place + registration) }
      : module;
  },
});
