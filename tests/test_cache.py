"""The site does without its cache (safety R6)."""

import socket
import threading
import time

import pytest

from cms.cache import ForgivingFileCache, ForgivingRedisCache


class Redis(threading.Thread):
    """Speaks just enough of Redis's protocol: SET, GET, DEL, EXISTS and INCRBY of whole commands."""

    def __init__(self):
        super().__init__(daemon=True)
        self.values = {}
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"redis://127.0.0.1:{self.listener.getsockname()[1]}/0"

    def run(self):
        while True:
            try:
                connection = self.listener.accept()[0]
            except OSError:
                return  # stopped
            with connection, connection.makefile("rwb") as stream:
                while count := stream.readline():
                    words = [self.word(stream) for _ in range(int(count[1:]))]
                    stream.write(self.answer(words[0].upper(), *words[1:]))
                    stream.flush()

    def word(self, stream):
        return stream.read(int(stream.readline()[1:]) + 2)[:-2]

    def answer(self, command, key=b"", value=b"", *rest):
        if command == b"HELLO":
            return b"%1\r\n$5\r\nproto\r\n:3\r\n"
        if command == b"SET":
            self.values[key] = value
            return b"+OK\r\n"
        if command == b"GET":
            found = self.values.get(key)
            return b"_\r\n" if found is None else b"$%d\r\n%s\r\n" % (len(found), found)
        if command == b"INCRBY":
            self.values[key] = b"%d" % (int(self.values[key]) + int(value))
            return b":%s\r\n" % self.values[key]
        if command in (b"DEL", b"EXISTS"):
            there = self.values.pop(key, None) if command == b"DEL" else self.values.get(key)
            return b":%d\r\n" % (there is not None)
        return b"+OK\r\n"


@pytest.fixture(autouse=True)
def store_is_not_away(monkeypatch):
    monkeypatch.setattr(ForgivingRedisCache, "away_until", 0.0)
    monkeypatch.setattr(ForgivingFileCache, "away_until", 0.0)


@pytest.fixture
def silent_server():
    """A server that accepts and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"redis://127.0.0.1:{listener.getsockname()[1]}/0"


@pytest.fixture(params=["silent", "absent"])
def failing_cache(request, silent_server):
    address = silent_server if request.param == "silent" else "redis://127.0.0.1:1/0"
    return ForgivingRedisCache(address, {})


def test_redis_keeps_what_it_is_given():
    server = Redis()
    server.start()
    cache = ForgivingRedisCache(server.address, {})

    cache.set("name", "Zuid")
    cache.set("count", 1)

    assert cache.get("name") == "Zuid"
    assert cache.incr("count", 2) == 3
    assert cache.delete("name") is True
    assert cache.get("name", "nobody") == "nobody"
    cache.close()
    server.listener.close()


def test_R6_failing_redis_finds_nothing_and_forgets_all(failing_cache):
    assert failing_cache.get("key", "default") == "default"
    assert failing_cache.set("key", 1) is None
    assert failing_cache.add("key", 1) is False
    assert failing_cache.touch("key") is False
    assert failing_cache.delete("key") is False
    assert failing_cache.has_key("key") is False
    assert failing_cache.get_many(["key"]) == {}
    assert failing_cache.set_many({"key": 1}) == ["key"]
    assert failing_cache.delete_many(["key"]) is None
    assert failing_cache.get_or_set("key", lambda: "made") == "made"
    assert failing_cache.clear() is False
    with pytest.raises(ValueError, match="'key' not found"):
        failing_cache.incr("key")


def test_R6_failing_redis_costs_a_request_one_short_wait(failing_cache):
    began = time.monotonic()

    for _ in range(20):
        failing_cache.get("key")

    assert time.monotonic() - began < 0.6  # one wait of 0.25 seconds, and a busy machine


def test_R6_redis_is_asked_again_after_a_pause(monkeypatch):
    server = Redis()
    server.start()
    cache = ForgivingRedisCache(server.address, {})
    monkeypatch.setattr(ForgivingRedisCache, "away_until", time.monotonic() + 0.05)

    cache.set("key", 1)
    time.sleep(0.06)
    cache.set("other", 2)

    assert cache.get("key") is None
    assert cache.get("other") == 2
    cache.close()
    server.listener.close()


def test_R4_full_disk_costs_no_page(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")  # no directory can be made below a file
    cache = ForgivingFileCache(blocked / "cache", {})

    cache.set("key", 1)

    assert cache.get("key", "default") == "default"


def test_directory_is_shared_between_processes(tmp_path):
    ForgivingFileCache(tmp_path, {}).set("key", "value")

    assert ForgivingFileCache(tmp_path, {}).get("key") == "value"
