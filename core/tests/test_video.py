import pytest

from core.blocks.values import player_address


@pytest.mark.parametrize(
    ("address", "player"),
    [
        (
            "https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=3",
            "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ",
        ),
        ("https://youtu.be/aqz-KE-bpKQ", "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
    ],
)
def test_known_address_has_a_player_without_cookies(address, player):
    assert player_address(address) == player


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/watch?v=abc",
        "https://youtube.com.example.org/watch?v=abc",
        "https://www.youtube.com/watch?v=%22%3E%3Cscript%3E",
        "https://vimeo.com/kanalen",
        "javascript:alert(1)",
        "https://www.youtube.com/",
    ],
)
def test_other_address_has_none(address):
    assert player_address(address) == ""
