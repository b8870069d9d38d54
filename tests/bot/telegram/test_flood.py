from datetime import UTC, datetime, timedelta

from bot.telegram.flood import A_SECOND, BURST, Flood

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def test_a_burst_passes_then_the_person_is_told_once() -> None:
    flood = Flood()
    assert [flood.admits("1", NOW) for _ in range(BURST)] == [(True, False)] * BURST
    assert [flood.admits("1", NOW) for _ in range(3)] == [(False, True), (False, False), (False, False)]
    assert flood.admits("2", NOW) == (True, False)
    assert flood.admits("1", NOW + timedelta(seconds=1)) == (True, False)


def test_a_new_flood_is_told_again() -> None:
    flood = Flood()
    for _ in range(BURST + 1):
        flood.admits("1", NOW)
    later = NOW + timedelta(seconds=BURST / A_SECOND + 1)
    assert [flood.admits("1", later)[0] for _ in range(BURST)] == [True] * BURST
    assert flood.admits("1", later) == (False, True)


def test_what_was_written_slowly_passes_however_fast_it_comes() -> None:
    flood = Flood()
    written = [NOW + timedelta(seconds=number) for number in range(1000)]
    assert all(flood.admits("1", at)[0] for at in written)
    assert flood.admits("1", NOW)[0]  # an older one, out of order
