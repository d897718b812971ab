// What a function finds around it: the little of Node.js and of Lambda's runtime that learners expect. Evaluated once, where `sdk`
// is what `sdk.js` makes; each call begins with a copy of the memory as it is after that. The host answers `java_invoke(_, question, text)` with a string.
(() => {
  const ask = globalThis.java_invoke;
  const host = (question, text = '') => ask('passo', question, text);
  const { stringify, parse } = JSON;
  const { now } = Date;
  const evaluate = eval;
  const DOCUMENT = Symbol();
  for (const name of ['java_invoke', 'Javy', 'plugin']) delete globalThis[name];

  const timers = [];
  let timerCount = 0;
  let settled = false;
  let started = 0;
  let call;
  let file = '/var/task/index.js';

  const plain = value => typeof value === 'string' ? value : inspect(value, 0);

  function inspect(value, depth) {
    if (typeof value === 'string') return depth ? `'${value}'` : value;
    if (typeof value === 'bigint') return value + 'n';
    if (typeof value === 'function') return `[Function: ${value.name || '(anonymous)'}]`;
    if (value === null || typeof value !== 'object') return String(value);
    if (value instanceof Error) return [`${value.name}: ${value.message}`, ...frames(value)].join('\n');
    if (value instanceof Date) return value.toISOString();
    if (depth > 2) return Array.isArray(value) ? '[Array]' : '[Object]';
    if (Array.isArray(value)) return value.length ? '[ ' + value.map(item => inspect(item, depth + 1)).join(', ') + ' ]' : '[]';
    if (ArrayBuffer.isView(value)) return `${value.constructor.name}(${value.length}) [ ${[...value].join(', ')} ]`;
    if (value instanceof Map) return `Map(${value.size}) ` + inspect([...value], depth);
    if (value instanceof Set) return `Set(${value.size}) ` + inspect([...value], depth);
    const members = Object.entries(value).map(([name, member]) => `${/^[\w$]+$/.test(name) ? name : `'${name}'`}: ${inspect(member, depth + 1)}`);
    return members.length ? '{ ' + members.join(', ') + ' }' : '{}';
  }

  function logged(level) {
    return (...values) => { host('log', `${new Date().toISOString()}\t${call.requestId}\t${level}\t${values.map(plain).join(' ')}`); };
  }

  const console = { log: logged('INFO'), info: logged('INFO'), warn: logged('WARN'), error: logged('ERROR'), debug: logged('DEBUG'), trace: logged('TRACE') };

  function later(action, delay, values, every) {
    const id = ++timerCount;
    timers.push({ id, at: now() + Math.max(1, Number(delay) || 0), action, values, every });
    return id;
  }

  function forget(id) {
    const index = timers.findIndex(timer => timer.id === id);
    if (index >= 0) timers.splice(index, 1);
  }

  // Runs what is due next. AWS: a function that waits for nothing and has not answered gives null.
  function __tick() {
    if (settled) return;
    if (!timers.length) return settle('null');
    const next = timers.reduce((first, timer) => timer.at < first.at || (timer.at === first.at && timer.id < first.id) ? timer : first);
    forget(next.id);
    host('advance', String(next.at));
    if (next.every !== undefined) timers.push({ ...next, at: next.at + Math.max(1, Number(next.every) || 0) });
    try {
      next.action(...next.values);
    } catch (error) {
      failed(error);
    }
  }

  function settle(text) {
    if (settled) return;
    settled = true;
    host('return', text);
  }

  function fail(document) {
    if (settled) return;
    settled = true;
    host('throw', stringify(document));
  }

  // As Lambda's own runtime writes an error.
  function document(error) {
    const isError = error instanceof Error || (error && [error.name, error.message, error.stack].every(part => typeof part === 'string' && part));
    return isError
      ? { errorType: String(error.name), errorMessage: String(error.message), trace: [`${error.name}: ${error.message}`, ...frames(error)] }
      : { errorType: typeof error, errorMessage: String(error), trace: [] };
  }

  // The lines of the function's own code: what called it, and what it called, is ours.
  function frames(error) {
    const lines = String(error.stack ?? '').split('\n');
    return lines.filter(line => line.trim() && !line.includes('function.mjs') && !line.endsWith('(native)')).map(inTask);
  }

  // The code stands one line lower than it was written: see `__begin`.
  const inTask = line => line.replace(/(?:<input>|<evalScript>):(\d+)/, (_, number) => `${file}:${number - 1}`);

  function succeed(value) {
    let text;
    try {
      text = stringify(value === undefined ? null : value) ?? 'null';
    } catch (error) {
      return fail({ errorType: 'Error', errorMessage: 'Unable to stringify response body', trace: [] });
    }
    settle(text);
  }

  const failed = error => fail(document(error));

  function __start(handler) {
    if (handler === undefined) {
      return fail({ errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.handler is undefined or not exported', trace: [] });
    }
    if (typeof handler !== 'function') {
      return fail({ errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.handler is not a function', trace: [] });
    }
    const callback = (error, value) => { if (error === undefined || error === null) succeed(value); else failed(error); };
    const context = {
      callbackWaitsForEmptyEventLoop: true,
      functionName: call.functionName, functionVersion: call.functionVersion, invokedFunctionArn: call.arn, awsRequestId: call.requestId,
      memoryLimitInMB: String(call.memory), logGroupName: '/aws/lambda/' + call.functionName, logStreamName: call.logStream,
      getRemainingTimeInMillis: () => call.timeout - (now() - started),
      done: callback, succeed, fail: failed,
    };
    try {
      const result = handler(call.event, context, callback);
      // AWS: what a function that is not async returns is not its result.
      if (result && typeof result.then === 'function') result.then(succeed, failed);
    } catch (error) {
      failed(error);
    }
  }

  function __begin() {
    call = parse(host('call'));
    started = now();
    const environment = call.environment;
    process.env = new Proxy(environment, { set: (target, name, value) => { target[name] = String(value); return true; } });
    seed(call.seed);
    let unreadable;
    try {
      const script = evaluate(`(function (exports, require, module, __filename, __dirname) {\n${call.script}\n})`);
      const module = { exports: {} };
      try {
        script.call(module.exports, module.exports, require, module, '/var/task/index.js', '/var/task');
      } catch (error) {
        return broken(error);
      }
      return __start(module.exports.handler);
    } catch (error) {
      unreadable = error;
    }
    if (call.module !== null) {
      file = 'file:///var/task/index.mjs';
      try {
        return void evaluate(`(async function () { 'use strict';\n${call.module}\n})`)().then(__start, broken);
      } catch (error) {
        unreadable = error;
      }
    }
    const message = `SyntaxError: ${unreadable.message} ${frames(unreadable)[0]?.trim() ?? ''}`.trim();
    fail({ errorType: 'Runtime.UserCodeSyntaxError', errorMessage: message, trace: ['Runtime.UserCodeSyntaxError: ' + message] });
  }

  const broken = error => fail(error?.[DOCUMENT] ?? document(error));

  function require(name) {
    const known = modules[String(name).replace(/^node:/, '')];
    if (known) return known;
    const why = `: only ${Object.keys(modules).join(', ')} are available to functions here`;
    const error = new Error(`Cannot find module '${name}'${why}`);
    error.code = 'MODULE_NOT_FOUND';
    error[DOCUMENT] = { errorType: 'Runtime.ImportModuleError', errorMessage: 'Error: ' + error.message, trace: ['Runtime.ImportModuleError: Error: ' + error.message] };
    throw error;
  }

  let state = [1, 2, 3, 4];

  function seed(text) {
    state = text.match(/.{8}/g).map(part => parseInt(part, 16) | 0);
  }

  function bits() {
    let [a, b, c, d] = state;
    const shifted = d ^ (d << 11);
    state = [(a ^ (a >>> 19) ^ shifted ^ (shifted >>> 8)) | 0, a, b, c];
    return state[0] >>> 0;
  }

  Math.random = () => (bits() * 2097152 + (bits() >>> 11)) / 9007199254740992;

  const hex = (number, length) => number.toString(16).padStart(length, '0');

  function randomUUID() {
    const [a, b, c, d] = [bits(), bits(), bits(), bits()];
    return `${hex(a, 8)}-${hex(b >>> 16, 4)}-4${hex(b & 0xfff, 3)}-${hex((c >>> 16 & 0x3fff) | 0x8000, 4)}-${hex(c & 0xffff, 4)}${hex(d, 8)}`;
  }

  function getRandomValues(array) {
    for (let i = 0; i < array.length; i++) array[i] = bits();
    return array;
  }

  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

  function toBase64(bytes) {
    let text = '';
    for (let i = 0; i < bytes.length; i += 3) {
      const group = bytes[i] << 16 | (bytes[i + 1] ?? 0) << 8 | (bytes[i + 2] ?? 0);
      text += letters[group >> 18] + letters[group >> 12 & 63]
        + (i + 1 < bytes.length ? letters[group >> 6 & 63] : '=') + (i + 2 < bytes.length ? letters[group & 63] : '=');
    }
    return text;
  }

  function fromBase64(text) {
    const bytes = [];
    let group = 0, count = 0;
    for (const letter of text.replace(/-/g, '+').replace(/_/g, '/')) {
      const value = letters.indexOf(letter);
      if (value < 0) continue;
      group = group << 6 | value;
      count += 6;
      if (count >= 8) { count -= 8; bytes.push(group >> count & 255); }
    }
    return bytes;
  }

  const latin = text => Array.from(text, letter => letter.charCodeAt(0) & 255);

  class Buffer extends Uint8Array {
    static from(value, encoding = 'utf8') {
      if (typeof value !== 'string') return new Buffer(value instanceof ArrayBuffer ? new Uint8Array(value) : value);
      switch (encoding.toLowerCase()) {
        case 'base64': case 'base64url': return new Buffer(fromBase64(value));
        case 'hex': return new Buffer((value.match(/[0-9a-f]{2}/gi) ?? []).map(byte => parseInt(byte, 16)));
        case 'latin1': case 'binary': case 'ascii': return new Buffer(latin(value));
        default: return new Buffer(new TextEncoder().encode(value));
      }
    }
    static alloc(size, fill = 0) { return new Buffer(size).fill(fill); }
    static concat(list) { return new Buffer(list.flatMap(part => [...part])); }
    static byteLength(text, encoding) { return Buffer.from(text, encoding).length; }
    static isBuffer(value) { return value instanceof Buffer; }
    toString(encoding = 'utf8') {
      switch (encoding.toLowerCase()) {
        case 'base64': return toBase64(this);
        case 'base64url': return toBase64(this).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
        case 'hex': return Array.from(this, byte => hex(byte, 2)).join('');
        case 'latin1': case 'binary': case 'ascii': return Array.from(this, byte => String.fromCharCode(byte)).join('');
        default: return new TextDecoder().decode(new Uint8Array(this));
      }
    }
    toJSON() { return { type: 'Buffer', data: Array.from(this) }; }
    equals(other) { return this.length === other.length && this.every((byte, index) => byte === other[index]); }
  }

  function structuredClone(value, seen = new Map()) {
    if (typeof value === 'function') throw new Error(`${value} could not be cloned.`);
    if (value === null || typeof value !== 'object') return value;
    if (seen.has(value)) return seen.get(value);
    if (value instanceof Date) return new Date(value);
    if (value instanceof RegExp) return new RegExp(value);
    if (ArrayBuffer.isView(value)) return value.slice();
    const copy = Array.isArray(value) ? [] : value instanceof Map ? new Map() : value instanceof Set ? new Set() : value instanceof Error ? new value.constructor(value.message) : {};
    seen.set(value, copy);
    if (value instanceof Map) value.forEach((member, name) => copy.set(structuredClone(name, seen), structuredClone(member, seen)));
    else if (value instanceof Set) value.forEach(member => copy.add(structuredClone(member, seen)));
    else for (const name of Object.keys(value)) copy[name] = structuredClone(value[name], seen);
    return copy;
  }

  class URLSearchParams {
    #pairs;
    constructor(init = '') {
      this.#pairs = typeof init !== 'string' ? Object.entries(init).map(([name, value]) => [name, String(value)])
        : init.replace(/^\?/, '').split('&').filter(Boolean).map(pair => {
          const [name, ...value] = pair.split('=');
          return [name, value.join('=')].map(part => decodeURIComponent(part.replace(/\+/g, ' ')));
        });
    }
    get(name) { return this.#pairs.find(pair => pair[0] === name)?.[1] ?? null; }
    getAll(name) { return this.#pairs.filter(pair => pair[0] === name).map(pair => pair[1]); }
    has(name) { return this.#pairs.some(pair => pair[0] === name); }
    append(name, value) { this.#pairs.push([name, String(value)]); }
    delete(name) { this.#pairs = this.#pairs.filter(pair => pair[0] !== name); }
    set(name, value) { this.delete(name); this.append(name, value); }
    forEach(action) { this.#pairs.forEach(([name, value]) => action(value, name, this)); }
    keys() { return this.#pairs.map(pair => pair[0])[Symbol.iterator](); }
    values() { return this.#pairs.map(pair => pair[1])[Symbol.iterator](); }
    entries() { return this.#pairs.map(pair => [...pair])[Symbol.iterator](); }
    [Symbol.iterator]() { return this.entries(); }
    toString() {
      const written = part => encodeURIComponent(part).replace(/%20/g, '+');
      return this.#pairs.map(([name, value]) => written(name) + '=' + written(value)).join('&');
    }
  }

  const ADDRESS = /^([a-z][a-z0-9+.-]*:)\/\/(?:([^:@/?#]*)(?::([^@/?#]*))?@)?([^:/?#]*)(?::(\d+))?(\/[^?#]*)?(\?[^#]*)?(#.*)?$/i;

  class URL {
    constructor(text, base) {
      let match = ADDRESS.exec(text);
      if (!match && base !== undefined) {
        const { origin, pathname } = new URL(base);
        match = ADDRESS.exec(String(text).startsWith('/') ? origin + text : origin + pathname.replace(/[^/]*$/, '') + text);
      }
      if (!match) throw new TypeError('Invalid URL');
      const [, protocol, username = '', password = '', hostname, port = '', pathname = '/', search = '', hash = ''] = match;
      Object.assign(this, { protocol: protocol.toLowerCase(), username, password, hostname: hostname.toLowerCase(), port, pathname, hash });
      this.searchParams = new URLSearchParams(search);
    }
    get search() { const text = this.searchParams.toString(); return text && '?' + text; }
    get host() { return this.hostname + (this.port && ':' + this.port); }
    get origin() { return this.protocol + '//' + this.host; }
    get href() {
      const user = this.username && this.username + (this.password && ':' + this.password) + '@';
      return this.protocol + '//' + user + this.host + this.pathname + this.search + this.hash;
    }
    toString() { return this.href; }
    toJSON() { return this.href; }
  }

  const process = {
    env: {}, argv: [], platform: 'linux', arch: 'x64', version: 'v22.0.0', versions: { node: '22.0.0' }, pid: 1,
    cwd: () => '/var/task', uptime: () => (now() - started) / 1000,
    hrtime: Object.assign(() => [Math.floor(now() / 1000), now() % 1000 * 1e6], { bigint: () => BigInt(now()) * 1000000n }),
    memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0 }),
    nextTick: (action, ...values) => queueMicrotask(() => action(...values)), on() { return process; }, emitWarning() {},
  };

  const setTimeout = (action, delay, ...values) => later(action, delay, values);
  const setInterval = (action, delay, ...values) => later(action, delay, values, delay);
  const setImmediate = (action, ...values) => later(action, 0, values);
  const crypto = { randomUUID, getRandomValues };
  const promisify = action => (...values) => new Promise((resolve, reject) => action(...values, (error, value) => error ? reject(error) : resolve(value)));

  const modules = {
    buffer: { Buffer }, console, crypto, process, url: { URL, URLSearchParams },
    timers: { setTimeout, setInterval, setImmediate, clearTimeout: forget, clearInterval: forget },
    'timers/promises': { setTimeout: (delay, value) => new Promise(resolve => setTimeout(resolve, delay, value)) },
    util: { inspect: value => inspect(value, 0), promisify },
    ...sdk(host, {
      toBase64, fromBase64: text => new Uint8Array(fromBase64(text)), toText: bytes => new TextDecoder().decode(bytes), fromText: text => new TextEncoder().encode(text),
      of: value => value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
    }),
  };

  const globals = {
    console, process, Buffer, URL, URLSearchParams, crypto, structuredClone, setTimeout, setInterval, setImmediate,
    clearTimeout: forget, clearInterval: forget, clearImmediate: forget, global: globalThis,
    performance: { now: () => now() - started, timeOrigin: 0 },
    btoa: text => toBase64(latin(text)), atob: text => String.fromCharCode(...fromBase64(text)),
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }
  Object.defineProperty(globalThis, '__passo', { value: Object.freeze({ begin: __begin, tick: __tick, require, load: async name => require(name) }) });
})();
