// Preloaded into other people's servers (node --require): one that names no host listens on 127.0.0.1 only, and the process connects
// nowhere but to this machine.
const { Server, Socket } = require('node:net');

const { listen } = Server.prototype;
Server.prototype.listen = function listenHere(first, ...rest) {
  if (/^\d+$/.test(String(first)) && typeof rest[0] !== 'string') return listen.call(this, first, '127.0.0.1', ...rest);
  if (first?.port !== undefined && !first.host) return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest);
  return listen.call(this, first, ...rest);
};

const { connect } = Socket.prototype;
Socket.prototype.connect = function connectHere(...all) {
  const first = Array.isArray(all[0]) ? all[0][0] : all[0];
  const host = typeof first === 'object' ? first.host : all.find((one, at) => at > 0 && typeof one === 'string');
  if (!host || /^(127\.|localhost$|::1$|::ffff:127\.)/.test(host)) return connect.apply(this, all);
  process.nextTick(() => this.destroy(new Error(`not to be reached from here: ${host}`)));
  return this;
};
