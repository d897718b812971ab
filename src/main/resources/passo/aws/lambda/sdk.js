// The AWS SDK for JavaScript, version 3, as far as functions need it: every client is the same dozen lines, for what a command
// sends is answered by the host. Evaluated after `node.js`, as the body of a function of `host` and `bytes`.
const SERVICES = {
  dynamodb: { name: 'DynamoDB' }, eventbridge: { name: 'EventBridge' }, lambda: { name: 'Lambda' }, s3: { name: 'S3' },
  sfn: { name: 'SFN' }, sns: { name: 'SNS' }, sqs: { name: 'SQS' },
};
const NAMES = { 'AWS.SimpleQueueService.NonExistentQueue': 'QueueDoesNotExist' };
const DATES = new Set(['LastModified', 'CreationDate', 'startDate', 'stopDate', 'creationDate', 'Timestamp']);
const ITEMS = new Set(['Item', 'Key', 'Attributes', 'ExpressionAttributeValues', 'ExclusiveStartKey', 'LastEvaluatedKey']);
const LISTS = new Set(['Items', 'Keys']);
const { stringify, parse } = JSON;

class ServiceException extends Error {
  constructor({ name, message, $metadata, $fault, ...more }) {
    super(message);
    Object.assign(this, { name, $fault, $metadata }, more);
  }
}

const binary = value => value instanceof ArrayBuffer || ArrayBuffer.isView(value);
const lower = name => name[0].toLowerCase() + name.slice(1);
const upper = name => name[0].toUpperCase() + name.slice(1);

// What the wire needs in place of bytes and dates.
function sent(value, service) {
  return stringify(value, function (name, member) {
    const original = this[name];
    if (original instanceof Date) return original.toISOString();
    if (binary(original)) return service === 'dynamodb' ? bytes.toBase64(bytes.of(original)) : bytes.toText(bytes.of(original));
    return original instanceof Set ? [...original] : member;
  });
}

function received(text, service) {
  return parse(text, function (name, value) {
    if (DATES.has(name) && typeof value === 'string') return new Date(value);
    return service === 'dynamodb' && name === 'B' && typeof value === 'string' ? bytes.fromBase64(value) : value;
  });
}

// The body of an object, which can be read in the ways of the SDK.
function stream(text) {
  return {
    transformToString: async () => text,
    transformToByteArray: async () => bytes.fromText(text),
    async *[Symbol.asyncIterator]() { yield bytes.fromText(text); },
  };
}

const payload = text => Object.assign(bytes.fromText(text), { transformToString: () => text });

async function send(service, action, input) {
  const { requestId, ...answer } = received(host('aws', sent({ service, action, input }, service)), service);
  const { error, output } = answer;
  const $metadata = { httpStatusCode: error ? error.status : 200, requestId, attempts: 1, totalRetryDelay: 0 };
  if (error) {
    const { status, message, ...more } = error;
    const name = NAMES[error.name] ?? error.name;
    throw new ServiceException({ ...more, name, message, $metadata, $fault: status < 500 ? 'client' : 'server', Code: name });
  }
  if (service === 's3' && typeof output.Body === 'string') output.Body = stream(output.Body);
  if (service === 'lambda' && typeof output.Payload === 'string') output.Payload = payload(output.Payload);
  return { $metadata, ...output };
}

class Command {
  constructor(input) { this.input = input ?? {}; }
}

function client(service) {
  return class {
    constructor(config = {}) { this.config = { region: async () => config.region ?? 'us-east-1', ...config }; }
    send(command, options, callback) {
      const result = send(service, command.action, command.input);
      const told = typeof options === 'function' ? options : callback;
      if (!told) return result;
      result.then(output => told(null, output), told);
    }
    destroy() {}
  };
}

// A class of errors: an error is one of them by its name.
const errors = test => Object.defineProperty(class extends ServiceException {}, Symbol.hasInstance, { value: error => error instanceof Error && test(error) });

// A module whose members are made when they are first asked for. Every `…Command` is there; the host knows which do something.
function lazily(members, make) {
  return new Proxy(members, {
    get(target, name) {
      if (typeof name !== 'string' || name === 'then' || name in target) return target[name];
      return target[name] = make(name);
    },
    has: () => true,
  });
}

function command(name) {
  const action = lower(name.slice(0, -'Command'.length));
  return { [name]: class extends Command { get action() { return action; } } }[name];
}

function aggregated(plain, call) {
  return class extends plain {
    constructor(config) {
      super(config);
      return new Proxy(this, { get: (target, name) => name in target || typeof name !== 'string' || name === 'then' ? target[name] : (input, ...more) => call(target, name, input, ...more) });
    }
  };
}

function sdkClient(service) {
  const { name } = SERVICES[service];
  const plain = client(service);
  const whole = aggregated(plain, (target, action, input, ...more) => target.send(new (command(upper(action) + 'Command'))(input), ...more));
  return lazily({ [name + 'Client']: plain, [name]: whole, [name + 'ServiceException']: ServiceException }, member =>
    member.endsWith('Command') ? command(member)
      : member.startsWith('paginate') ? pages(member.slice('paginate'.length))
        : /^[A-Z]/.test(member) ? errors(error => error.name === member) : undefined);
}

const TOKENS = [['NextContinuationToken', 'ContinuationToken'], ['LastEvaluatedKey', 'ExclusiveStartKey'], ['nextToken', 'nextToken'], ['NextToken', 'NextToken']];

const pages = action => async function* ({ client }, input) {
  for (let next = input; next;) {
    const page = await client.send(new (command(action + 'Command'))(next));
    yield page;
    const token = TOKENS.find(([from]) => page[from] !== undefined);
    next = token && { ...input, [token[1]]: page[token[0]] };
  }
};

function marshalled(value, options) {
  if (value === null) return { NULL: true };
  switch (typeof value) {
    case 'string': return { S: value };
    case 'number':
      if (!Number.isFinite(value)) throw new Error(`Special numeric value ${value} is not allowed`);
      return { N: String(value) };
    case 'bigint': return { N: String(value) };
    case 'boolean': return { BOOL: value };
  }
  if (value instanceof Set) {
    const [first] = value;
    const type = binary(first) ? 'BS' : typeof first === 'string' ? 'SS' : 'NS';
    return { [type]: [...value].map(type === 'NS' ? String : member => member) };
  }
  if (binary(value)) return { B: value };
  if (Array.isArray(value)) return { L: value.filter(item => kept(item, options)).map(item => marshalled(item, options)) };
  const plain = value instanceof Map ? Object.fromEntries(value) : value;
  const isPlain = value instanceof Map || [Object.prototype, null].includes(Object.getPrototypeOf(plain));
  if (!isPlain && !options.convertClassInstanceToMap) {
    throw new Error(`Unsupported type passed: ${value}. Pass options.convertClassInstanceToMap=true to marshall typeof object as map attribute.`);
  }
  return { M: marshall(plain, options) };
}

function kept(value, options) {
  if (value !== undefined && typeof value !== 'function') return true;
  if (options.removeUndefinedValues || typeof value === 'function') return false;
  throw new Error('Pass options.removeUndefinedValues=true to remove undefined values from map/array/set.');
}

function marshall(item, options = {}) {
  const entries = Object.entries(item).filter(([, value]) => kept(value, options));
  return Object.fromEntries(entries.map(([name, value]) => [name, marshalled(value, options)]));
}

function unmarshalled(attribute) {
  const [[type, value]] = Object.entries(attribute);
  switch (type) {
    case 'N': return Number.isSafeInteger(Number(value)) || !/^-?\d+$/.test(value) ? Number(value) : BigInt(value);
    case 'NULL': return null;
    case 'M': return unmarshall(value);
    case 'L': return value.map(unmarshalled);
    case 'NS': return new Set(value.map(Number));
    case 'SS': case 'BS': return new Set(value);
    default: return value;
  }
}

const unmarshall = item => Object.fromEntries(Object.entries(item).map(([name, attribute]) => [name, unmarshalled(attribute)]));

// A request or an answer whose items are plain on one side and typed on the other.
function translated(value, item, member) {
  if (Array.isArray(value)) return value.map(one => LISTS.has(member) ? item(one) : translated(one, item));
  if (value === null || typeof value !== 'object' || binary(value)) return value;
  return ITEMS.has(member) ? item(value) : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, translated(one, item, name)]));
}

// What a batch reads stands by table: `Responses: {table: [item, …]}`.
const answered = output => {
  const plain = translated(output, unmarshall);
  if (output.Responses && !Array.isArray(output.Responses)) {
    plain.Responses = Object.fromEntries(Object.entries(output.Responses).map(([table, items]) => [table, items.map(unmarshall)]));
  }
  return plain;
};

const ACTIONS = { Get: 'getItem', Put: 'putItem', Update: 'updateItem', Delete: 'deleteItem', BatchGet: 'batchGetItem', BatchWrite: 'batchWriteItem',
  TransactGet: 'transactGetItems', TransactWrite: 'transactWriteItems', Query: 'query', Scan: 'scan' };

function documentCommand(name) {
  const action = ACTIONS[name.slice(0, -'Command'.length)];
  return action && { [name]: class extends Command { get action() { return action; } } }[name];
}

class DynamoDBDocumentClient {
  constructor(options) { this.options = options?.marshallOptions ?? {}; }
  static from(client, options) { return new this(options); }
  async send(command) {
    const { $metadata, ...output } = await send('dynamodb', command.action, translated(command.input, item => marshall(item, this.options)));
    return { $metadata, ...answered(output) };
  }
  destroy() {}
}

const DynamoDBDocument = aggregated(DynamoDBDocumentClient, (target, action, input) => target.send(new (documentCommand(upper(action) + 'Command'))(input)));

const documents = lazily({ DynamoDBDocumentClient, DynamoDBDocument }, member => member.endsWith('Command') ? documentCommand(member)
  : member.startsWith('paginate') ? async function* ({ client }, input) {
    for (let next = input; next;) {
      const page = await client.send(new (documentCommand(member.slice('paginate'.length) + 'Command'))(next));
      yield page;
      next = page.LastEvaluatedKey && { ...input, ExclusiveStartKey: page.LastEvaluatedKey };
    }
  } : undefined);

const modules = { '@aws-sdk/lib-dynamodb': documents, '@aws-sdk/util-dynamodb': { marshall, unmarshall, convertToAttr: marshalled, convertToNative: unmarshalled } };
for (const service of Object.keys(SERVICES)) modules['@aws-sdk/client-' + service] = sdkClient(service);
return modules;
