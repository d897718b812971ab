# What a function finds around it: what Lambda's runtime for Python gives it, and where MicroPython's own modules stop short of
# Python's, a little more. Evaluated once; each call begins with a copy of the memory as it is after that. `_host` asks the host.
import sys
from js import passo as _passo


def _host(question, text=''):
    return _passo[question + '\n' + text]


class _Module:
    def __init__(self, name, members):
        self.__name__ = name
        for member in members:
            setattr(self, member, members[member])


def _offer(name, *members, **named):
    sys.modules[name] = module = _Module(name, {member.__name__: member for member in members})
    for member in named:
        setattr(module, member, named[member])
    return module


def _inherited(name):
    native = __import__(name)
    return {member: getattr(native, member) for member in dir(native) if not member.startswith('__')}


# Evaluated here, so that no call has to.
import base64, collections, copy, functools, io, itertools, math, random, re, string, struct

# time

import time as _time


def _sleep(seconds):
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    _host('advance', str(int(_time.time() * 1000 + seconds * 1000)))


def _strftime(format, moment=None):
    t = moment or _time.gmtime()
    parts = {'Y': '%04d' % t[0], 'm': '%02d' % t[1], 'd': '%02d' % t[2], 'H': '%02d' % t[3], 'M': '%02d' % t[4], 'S': '%02d' % t[5],
             'j': '%03d' % t[7], 'y': '%02d' % (t[0] % 100), '%': '%'}
    pieces = format.split('%')
    text = pieces[0]
    for piece in pieces[1:]:
        text += parts.get(piece[:1], '%' + piece[:1]) + piece[1:]
    return text


_offer('time', **_inherited('time'))
_time = sys.modules['time']
_native_time = _time.time
_time.sleep = _sleep
_time.strftime = _strftime
_time.perf_counter = _time.monotonic = _native_time
_time.time_ns = lambda: int(_native_time() * 1000) * 1000000
_time.perf_counter_ns = _time.monotonic_ns = _time.time_ns

import datetime as _datetime
_datetime.UTC = _datetime.timezone.utc

# json

import json as _json


class JSONDecodeError(ValueError):
    pass


class JSONEncoder:
    def default(self, value):
        raise TypeError('Object of type %s is not JSON serializable' % type(value).__name__)

    def encode(self, value):
        return _dumps(value, default=self.default)


def _key(key):
    if isinstance(key, str):
        return key
    if key is None or isinstance(key, (bool, int, float)):
        return _json.dumps(key)
    raise TypeError('keys must be str, int, float, bool or None, not ' + type(key).__name__)


def _encoded(value, default, sort, separators, indent, depth):
    if value is None or isinstance(value, (bool, int, float, str)):
        return _json.dumps(value)
    if isinstance(value, dict):
        entries = [(_key(key), value[key]) for key in value]
        if sort:
            entries.sort()
        begin, end = '{', '}'
        parts = [_json.dumps(key) + separators[1] + _encoded(member, default, sort, separators, indent, depth + 1) for key, member in entries]
    elif isinstance(value, (list, tuple)):
        begin, end = '[', ']'
        parts = [_encoded(member, default, sort, separators, indent, depth + 1) for member in value]
    elif default:
        return _encoded(default(value), default, sort, separators, indent, depth)
    else:
        raise TypeError('Object of type %s is not JSON serializable' % type(value).__name__)
    if indent is None or not parts:
        return begin + separators[0].join(parts) + end
    inner = '\n' + ' ' * indent * (depth + 1)
    return begin + inner + (separators[0].rstrip() + inner).join(parts) + '\n' + ' ' * indent * depth + end


def _dumps(value, default=None, indent=None, sort_keys=False, separators=None, ensure_ascii=True, cls=None):
    return _encoded(value, cls().default if cls else default, sort_keys, separators or (', ', ': '), indent, 0)


def _loads(text, parse_float=None):
    try:
        return _json.loads(text)
    except ValueError:
        raise JSONDecodeError('Expecting value: line 1 column 1 (char 0)')


_offer('json', JSONDecodeError, JSONEncoder, dumps=_dumps, loads=_loads,
       dump=lambda value, file, **options: file.write(_dumps(value, **options)), load=lambda file: _loads(file.read()))


# os

_environ = {}


def _join(*parts):
    path = ''
    for part in parts:
        path = part if part.startswith('/') or not path else path.rstrip('/') + '/' + part
    return path


_path = _Module('os.path', {'join': _join, 'basename': lambda path: path.rsplit('/', 1)[-1],
                            'dirname': lambda path: path.rsplit('/', 1)[0] if '/' in path else '',
                            'splitext': lambda path: (path[:path.rfind('.')], path[path.rfind('.'):]) if '.' in path.rsplit('/', 1)[-1] else (path, ''),
                            'exists': lambda path: False})
_os = _offer('os', environ=_environ, path=_path, getenv=lambda name, default=None: _environ.get(name, default),
             urandom=lambda count: bytes([int(_host('random')) & 255 for _ in range(count)]), sep='/', linesep='\n')
sys.modules['os.path'] = _path


# uuid, hashlib, decimal, typing, traceback

class UUID:
    def __init__(self, hex):
        self.hex = hex.replace('-', '')

    def __str__(self):
        h = self.hex
        return '-'.join((h[:8], h[8:12], h[12:16], h[16:20], h[20:]))

    def __repr__(self):
        return "UUID('%s')" % self

    def __eq__(self, other):
        return isinstance(other, UUID) and self.hex == other.hex

    def __hash__(self):
        return hash(self.hex)


def uuid4():
    h = ''.join(['%08x' % int(_host('random')) for _ in range(4)])
    return UUID(h[:12] + '4' + h[13:16] + '%x' % (int(h[16], 16) & 3 | 8) + h[17:])


_offer('uuid', UUID, uuid4)

import hashlib as _hashlib


class _Hash:
    def __init__(self, make, data):
        self._hash = make(data)

    def update(self, data):
        self._hash.update(data)

    def digest(self):
        return self._hash.digest()

    def hexdigest(self):
        return ''.join(['%02x' % byte for byte in self.digest()])


def _hash(make):
    return lambda data=b'': _Hash(make, data)


_offer('hashlib', **{name: _hash(getattr(_hashlib, name)) for name in ('md5', 'sha1', 'sha256') if hasattr(_hashlib, name)})


class _Decimal:
    """A number as it is written. It computes as a float does."""

    def __init__(self, value=0):
        self._text = str(value)

    def __str__(self):
        return self._text

    def __repr__(self):
        return "Decimal('%s')" % self._text

    def __float__(self):
        return float(self._text)

    def __int__(self):
        return int(float(self._text))

    def __hash__(self):
        return hash(float(self._text))

    def __bool__(self):
        return float(self._text) != 0

    def __neg__(self):
        return _number(-float(self._text))


def _number(value):
    if isinstance(value, _Decimal):
        return value
    return _Decimal(int(value) if isinstance(value, float) and value == int(value) else value)


def _computing(operation):
    return lambda self, other: _number(operation(float(self._text), float(str(other))))


def _comparing(operation):
    return lambda self, other: isinstance(other, (int, float, _Decimal)) and operation(float(self._text), float(str(other)))


_Decimal.__add__ = _Decimal.__radd__ = _computing(lambda a, b: a + b)
_Decimal.__sub__, _Decimal.__rsub__ = _computing(lambda a, b: a - b), _computing(lambda a, b: b - a)
_Decimal.__mul__ = _Decimal.__rmul__ = _computing(lambda a, b: a * b)
_Decimal.__truediv__, _Decimal.__rtruediv__ = _computing(lambda a, b: a / b), _computing(lambda a, b: b / a)
_Decimal.__eq__, _Decimal.__ne__ = _comparing(lambda a, b: a == b), lambda self, other: not self == other
_Decimal.__lt__, _Decimal.__le__ = _comparing(lambda a, b: a < b), _comparing(lambda a, b: a <= b)
_Decimal.__gt__, _Decimal.__ge__ = _comparing(lambda a, b: a > b), _comparing(lambda a, b: a >= b)
_offer('decimal', Decimal=_Decimal)


class _Type:
    def __getitem__(self, parameters):
        return self

    def __call__(self, *parameters):
        return self


_offer('typing', **{name: _Type() for name in ('Any', 'Callable', 'Dict', 'Iterable', 'List', 'Literal', 'NamedTuple', 'Optional', 'Sequence',
                                               'Set', 'Tuple', 'Type', 'TypedDict', 'Union')})


def _trace(error):
    import io
    text = io.StringIO()
    sys.print_exception(error, text)
    return text.getvalue()


_offer('traceback', format_exc=lambda: '', print_exc=lambda: None, format_exception=lambda error: [_trace(error)])


# logging

_LEVELS = {'DEBUG': 10, 'INFO': 20, 'WARNING': 30, 'WARN': 30, 'ERROR': 40, 'CRITICAL': 50}
_NAMES = {10: 'DEBUG', 20: 'INFO', 30: 'WARNING', 40: 'ERROR', 50: 'CRITICAL'}


class Logger:
    def __init__(self, name, level=0):
        self.name, self.level, self.handlers = name, level, []

    def setLevel(self, level):
        self.level = _LEVELS[level] if isinstance(level, str) else level

    def isEnabledFor(self, level):
        return level >= (self.level or _root.level)

    def log(self, level, message, *values, **options):
        if not self.isEnabledFor(level):
            return
        now = _time.time()
        moment = _strftime('%Y-%m-%dT%H:%M:%S', _time.gmtime(int(now))) + '.%03dZ' % (int(now * 1000) % 1000)
        print('[%s]\t%s\t%s\t%s' % (_NAMES.get(level, level), moment, _call['requestId'], str(message) % values if values else message))

    def debug(self, message, *values, **options):
        self.log(10, message, *values)

    def info(self, message, *values, **options):
        self.log(20, message, *values)

    def warning(self, message, *values, **options):
        self.log(30, message, *values)

    def error(self, message, *values, **options):
        self.log(40, message, *values)

    def critical(self, message, *values, **options):
        self.log(50, message, *values)

    exception = error
    warn = warning

    def addHandler(self, handler):
        pass


_root = Logger('root', 30)
_loggers = {}


def getLogger(name=None):
    if not name or name == 'root':
        return _root
    if name not in _loggers:
        _loggers[name] = Logger(name)
    return _loggers[name]


_logging = _offer('logging', Logger, getLogger, basicConfig=lambda **options: _root.setLevel(options['level']) if 'level' in options else None)
for _name in _LEVELS:
    setattr(_logging, _name, _LEVELS[_name])
for _name in ('debug', 'info', 'warning', 'error', 'critical', 'exception'):
    setattr(_logging, _name, getattr(_root, _name))


# The call

_call = {}


class _Context:
    def get_remaining_time_in_millis(self):
        return int(self._deadline - _time.time() * 1000)


def _context():
    context = _Context()
    context._deadline = _time.time() * 1000 + _call['timeout']
    context.function_name = _call['functionName']
    context.function_version = _call['functionVersion']
    context.invoked_function_arn = _call['arn']
    context.memory_limit_in_mb = str(_call['memory'])
    context.aws_request_id = _call['requestId']
    context.log_group_name = '/aws/lambda/' + _call['functionName']
    context.log_stream_name = _call['logStream']
    return context


_FILE = '/var/task/lambda_function.py'


def _frames(error):
    lines = _call['script'].split('\n')
    frames = []
    for line in _trace(error).split('\n'):
        if _FILE in line:
            number = int(line.split(', line ')[1].split(',')[0])
            code = lines[number - 1].strip() if number <= len(lines) else ''
            frames.append(line + ('\n    ' + code if code else '') + '\n')
    return frames if len(frames) <= 20 else frames[:10] + frames[-10:]


def _thrown(kind, message, frames):
    _host('throw', _dumps({'errorMessage': message, 'errorType': kind, 'requestId': _call['requestId'], 'stackTrace': frames}))


def _failed(error):
    message = "'%s'" % error if isinstance(error, KeyError) else str(error)
    _thrown(type(error).__name__, message, _frames(error))


def _unreadable(error):
    place = _trace(error).split(_FILE + '", line ')
    line = int(place[1].split('\n')[0].split(',')[0]) if len(place) > 1 else 1
    text = (_call['script'].split('\n') + [''] * line)[line - 1].strip()
    _thrown('Runtime.UserCodeSyntaxError', "Syntax error in module 'lambda_function': %s (lambda_function.py, line %d)" % (error, line),
            ['  File "%s" Line %d\n    %s\n' % (_FILE, line, text)])


def _begin():
    _call.update(_json.loads(_host('call')))
    _environ.update(_call['environment'])
    random.seed(int(_host('random')))
    module = {'__name__': 'lambda_function', '__file__': _FILE}
    try:
        code = compile(_call['script'], _FILE, 'exec')
    except SyntaxError as error:
        return _unreadable(error)
    try:
        exec(code, module)
    except ImportError as error:
        name = str(error).split("'")
        return _thrown('Runtime.ImportModuleError', "Unable to import module 'lambda_function': No module named '%s'"
                       % (name[1] if len(name) > 1 else error), [])
    except Exception as error:
        return _failed(error)
    if 'lambda_handler' not in module:
        return _thrown('Runtime.HandlerNotFound', "Handler 'lambda_handler' missing on module 'lambda_function'", [])
    try:
        result = module['lambda_handler'](_call['event'], _context())
    except Exception as error:
        return _failed(error)
    try:
        text = _dumps(result)
    except (TypeError, ValueError) as error:
        return _thrown('Runtime.MarshalError', 'Unable to marshal response: %s' % error, [])
    _host('return', text)
