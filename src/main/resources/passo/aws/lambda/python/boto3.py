# boto3, as far as functions need it: every client is the same, for what it sends is answered by the host. Evaluated after
# `lambda.py`, in the same place.

_SERVICES = {'s3': 's3', 'dynamodb': 'dynamodb', 'stepfunctions': 'sfn', 'sqs': 'sqs', 'sns': 'sns', 'events': 'eventbridge', 'lambda': 'lambda'}
_DATES = ('LastModified', 'CreationDate', 'startDate', 'stopDate', 'creationDate')
_ITEMS = ('Item', 'Key', 'Attributes', 'ExpressionAttributeValues', 'ExclusiveStartKey', 'LastEvaluatedKey')
_PAGES = (('NextContinuationToken', 'ContinuationToken'), ('LastEvaluatedKey', 'ExclusiveStartKey'), ('nextToken', 'nextToken'))


class ClientError(Exception):
    def __init__(self, response, operation):
        error = response['Error']
        super().__init__('An error occurred (%s) when calling the %s operation: %s' % (error['Code'], operation, error['Message']))
        self.response, self.operation_name = response, operation


class BotoCoreError(Exception):
    pass


class _Errors:
    def __init__(self):
        self._classes = {'ClientError': ClientError}

    def __getattr__(self, name):
        if name not in self._classes:
            self._classes[name] = type(name, (ClientError,), {})
        return self._classes[name]


_errors = _Errors()
_UNMODELED = ('404', 'AccessDenied', 'ValidationException', 'NotImplemented')
_RENAMED = {'AWS.SimpleQueueService.NonExistentQueue': 'QueueDoesNotExist'}


class StreamingBody:
    def __init__(self, text):
        self._bytes, self._at = text.encode(), 0

    def read(self, amount=None):
        end = len(self._bytes) if amount is None else self._at + amount
        part, self._at = self._bytes[self._at:end], min(end, len(self._bytes))
        return part

    def iter_lines(self):
        return iter(self.read().split(b'\n'))

    def close(self):
        pass


def _sent(value):
    if isinstance(value, (bytes, bytearray)):
        return value.decode()
    if isinstance(value, dict):
        return {key: _sent(value[key]) for key in value}
    if isinstance(value, (list, tuple)):
        return [_sent(member) for member in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def _received(value, name=''):
    if isinstance(value, dict):
        return {key: _received(value[key], key) for key in value}
    if isinstance(value, list):
        return [_received(member) for member in value]
    if name in _DATES and isinstance(value, str):
        day, clock = value.rstrip('Z').split('T')
        parts = [int(part) for part in day.split('-')] + [int(part) for part in clock.split('.')[0].split(':')]
        return _datetime.datetime(*parts, tzinfo=_datetime.timezone.utc)
    return value


def _send(service, action, input):
    answer = _json.loads(_host('aws', _dumps({'service': service, 'action': action, 'input': _sent(input)})))
    error = answer.get('error')
    metadata = {'RequestId': answer.get('requestId'), 'HTTPStatusCode': error['status'] if error else 200, 'RetryAttempts': 0}
    if error:
        code = '404' if error['name'] == 'NotFound' and action.startswith('head') else error['name']
        kind = ClientError if code in _UNMODELED else getattr(_errors, _RENAMED.get(code, code))
        response = {name: error[name] for name in error if name not in ('name', 'message', 'status')}
        response.update({'Error': {'Code': code, 'Message': error['message']}, 'ResponseMetadata': metadata})
        raise kind(response, action[0].upper() + action[1:])
    output = _received(answer['output'])
    for body in ('Body', 'Payload'):
        if service in ('s3', 'lambda') and isinstance(output.get(body), str):
            output[body] = StreamingBody(output[body])
    output['ResponseMetadata'] = metadata
    return output


def _camel(name):
    parts = name.split('_')
    return parts[0] + ''.join([part[0].upper() + part[1:] for part in parts[1:]]).replace('V2', 'V2')


class _Paginator:
    def __init__(self, client, action):
        self._client, self._action = client, action

    def paginate(self, **input):
        while True:
            page = self._client._call(self._action, input)
            yield page
            following = [(to, page[mark]) for mark, to in _PAGES if page.get(mark)]
            if not following:
                return
            input[following[0][0]] = following[0][1]


class _Client:
    exceptions = _errors

    def __init__(self, service):
        self._service = service

    def _call(self, name, input):
        return _send(self._service, _camel(name), input)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return lambda **input: self._call(name, input)

    def get_paginator(self, name):
        return _Paginator(self, name)

    def can_paginate(self, name):
        return True


# Items as plain values

def _marshalled(value):
    if value is None:
        return {'NULL': True}
    if isinstance(value, bool):
        return {'BOOL': value}
    if isinstance(value, int):
        return {'N': str(value)}
    if isinstance(value, float):
        raise TypeError('Float types are not supported. Use Decimal types instead.')
    if isinstance(value, _Decimal):
        return {'N': str(value)}
    if isinstance(value, str):
        return {'S': value}
    if isinstance(value, (bytes, bytearray)):
        import binascii
        return {'B': binascii.b2a_base64(value).decode().strip()}
    if isinstance(value, (set, frozenset)):
        members = sorted(value)
        return {'SS': members} if isinstance(members[0], str) else {'NS': [str(member) for member in members]}
    if isinstance(value, (list, tuple)):
        return {'L': [_marshalled(member) for member in value]}
    if isinstance(value, dict):
        return {'M': _item(value)}
    raise TypeError('Unsupported type "%s" for value "%s"' % (type(value), value))


def _item(values):
    return {name: _marshalled(values[name]) for name in values}


def _unmarshalled(attribute):
    kind = list(attribute)[0]
    value = attribute[kind]
    if kind == 'N':
        return _Decimal(value)
    if kind == 'M':
        return _plain(value)
    if kind == 'L':
        return [_unmarshalled(member) for member in value]
    if kind in ('SS', 'NS'):
        return set([_Decimal(member) for member in value] if kind == 'NS' else value)
    return None if kind == 'NULL' else value


def _plain(item):
    return {name: _unmarshalled(item[name]) for name in item}


def _translated(value, item, name=''):
    if isinstance(value, dict):
        return item(value) if name in _ITEMS else {key: _translated(value[key], item, key) for key in value}
    if isinstance(value, list):
        return [item(member) if name == 'Items' else _translated(member, item) for member in value]
    return value


class _Condition:
    def __init__(self, build):
        self.build = build

    def __and__(self, other):
        return _Condition(lambda names: '(%s AND %s)' % (self.build(names), other.build(names)))

    def __or__(self, other):
        return _Condition(lambda names: '(%s OR %s)' % (self.build(names), other.build(names)))

    def __invert__(self):
        return _Condition(lambda names: '(NOT %s)' % self.build(names))


class Attr:
    def __init__(self, name):
        self.name = name

    def _condition(self, format, *values):
        def build(places):
            marks = []
            for value in values:
                marks.append(':v%d' % len(places['values']))
                places['values'][marks[-1]] = value
            name = '#n%d' % len(places['names'])
            places['names'][name] = self.name
            return format.format(name, *marks)
        return _Condition(build)

    def eq(self, value):
        return self._condition('{} = {}', value)

    def ne(self, value):
        return self._condition('{} <> {}', value)

    def lt(self, value):
        return self._condition('{} < {}', value)

    def lte(self, value):
        return self._condition('{} <= {}', value)

    def gt(self, value):
        return self._condition('{} > {}', value)

    def gte(self, value):
        return self._condition('{} >= {}', value)

    def between(self, low, high):
        return self._condition('{} BETWEEN {} AND {}', low, high)

    def begins_with(self, value):
        return self._condition('begins_with({}, {})', value)

    def contains(self, value):
        return self._condition('contains({}, {})', value)

    def exists(self):
        return self._condition('attribute_exists({})')

    def not_exists(self):
        return self._condition('attribute_not_exists({})')


class Key(Attr):
    pass


class _Batch:
    def __init__(self, table):
        self._table = table

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        return False

    def put_item(self, **input):
        self._table.put_item(**input)

    def delete_item(self, **input):
        self._table.delete_item(**input)


class _Table:
    def __init__(self, name):
        self.name = self.table_name = name

    def batch_writer(self):
        return _Batch(self)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return lambda **input: self._call(name, input)

    def _call(self, name, input):
        places = {'names': {}, 'values': {}}
        for expression in list(input):
            if isinstance(input[expression], _Condition):
                input[expression] = input[expression].build(places)
        for member, more in (('ExpressionAttributeNames', places['names']), ('ExpressionAttributeValues', places['values'])):
            if more:
                all = dict(input.get(member, {}))
                all.update(more)
                input[member] = all
        input['TableName'] = self.name
        return _translated(_send('dynamodb', _camel(name), _translated(input, _item)), _plain)


class _Object:
    def __init__(self, bucket, key):
        self.bucket_name, self.key = bucket, key

    def get(self, **input):
        return _send('s3', 'getObject', dict(Bucket=self.bucket_name, Key=self.key, **input))

    def put(self, **input):
        return _send('s3', 'putObject', dict(Bucket=self.bucket_name, Key=self.key, **input))

    def delete(self, **input):
        return _send('s3', 'deleteObject', dict(Bucket=self.bucket_name, Key=self.key, **input))


class _Bucket:
    def __init__(self, name):
        self.name = name

    def Object(self, key):
        return _Object(self.name, key)

    def put_object(self, Key, **input):
        _Object(self.name, Key).put(**input)
        return _Object(self.name, Key)


class _Resource:
    def __init__(self, service):
        self.meta = _Module('meta', {'client': _Client(service)})
        if service == 'dynamodb':
            self.Table = _Table
        elif service == 's3':
            self.Bucket, self.Object = _Bucket, _Object


def _service(name):
    if name in _SERVICES:
        return _SERVICES[name]
    raise BotoCoreError("The service '%s' is not available to functions here: only %s are" % (name, ', '.join(sorted(_SERVICES))))


def _client(service, *place, **options):
    return _Client(_service(service))


def _resource(service, *place, **options):
    return _Resource(_service(service))


class Session:
    def __init__(self, **options):
        self.region_name = 'us-east-1'

    def client(self, service, **options):
        return _client(service)

    def resource(self, service, **options):
        return _resource(service)


_exceptions = _offer('botocore.exceptions', ClientError, BotoCoreError)
_offer('botocore.config', Config=lambda **options: None)
_offer('botocore', exceptions=_exceptions, config=sys.modules['botocore.config'])
_conditions = _offer('boto3.dynamodb.conditions', Key, Attr)
_offer('boto3.dynamodb', conditions=_conditions)
_offer('boto3', Session, client=_client, resource=_resource, dynamodb=sys.modules['boto3.dynamodb'])
