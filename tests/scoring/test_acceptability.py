"""Drawing weights and values: closed forms, both engines, seeds."""

from fractions import Fraction
from itertools import product
from math import comb, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompare.scoring.acceptability import (
    FREE,
    Composition,
    Sample,
    acceptability,
    exact_winning_share,
    mean_weights,
)

ENGINES = pytest.mark.parametrize("plain", [False, True], ids=["numpy", "python"])


def opposed(differences: list[Fraction]) -> list[list[Composition]]:
    """Two plans whose criteria differ by given amounts."""
    return [
        [Composition(float(max(one, Fraction(0)))) for one in differences],
        [Composition(float(max(-one, Fraction(0)))) for one in differences],
    ]


@given(st.lists(st.fractions(-1, 1, max_denominator=6), min_size=1, max_size=5))
def test_the_exact_share_is_what_sampling_finds(differences: list[Fraction]) -> None:
    exact = exact_winning_share(differences)
    sample = Sample(4_000, seed=7)
    found = acceptability(opposed(differences), [0] * len(differences), sample, plain=True)
    assert abs(found.wins[0][1] - exact) < 5 * found.error


@given(st.lists(st.fractions(-1, 1, max_denominator=12), min_size=1, max_size=8))
def test_the_exact_share_has_its_complement(differences: list[Fraction]) -> None:
    back = [-one for one in differences]
    level = all(one == 0 for one in differences)
    assert exact_winning_share(differences) + exact_winning_share(back) == (0 if level else 1)


@pytest.mark.parametrize(("gains", "losses"), list(product(range(1, 4), repeat=2)))
def test_equal_gains_and_losses_are_a_question_of_counting(gains: int, losses: int) -> None:
    """With unit differences, the sum of `gains` waiting times exceeds that of `losses`: a binomial
    tail of fair coins.
    """
    count = gains + losses - 1
    tail = Fraction(sum(comb(count, one) for one in range(gains)), 2**count)
    assert exact_winning_share([Fraction(1)] * gains + [Fraction(-1)] * losses) == tail


def test_two_criteria_of_unequal_size() -> None:
    assert exact_winning_share([Fraction(3), Fraction(-1)]) == Fraction(3, 4)


@ENGINES
def test_an_order_of_two_weights_leaves_half_of_all(plain: bool) -> None:
    """With the first weight above the second, w1 - 2 w2 > 0 where w1 > 2/3: two thirds of [1/2, 1]."""
    cells = [[Composition(0.5), Composition(0.0)], [Composition(0.0), Composition(1.0)]]
    found = acceptability(cells, [0, 1], Sample(20_000, seed=3), plain=plain)
    assert abs(found.wins[0][1] - 2 / 3) < 5 * found.error
    first = found.central[0]
    assert first is not None
    assert abs(first[0] - 5 / 6) < 0.01


@ENGINES
def test_values_are_drawn_in_their_order(plain: bool) -> None:
    """Acceptable on one issue against contrary on another of equal weight class: 3 in 4."""
    cells = [[Composition(0.0, 1.0)], [Composition(0.0, 0.0, 1.0)]]
    assert acceptability(cells, [0], Sample(1_000), plain=plain).wins[0][1] == 1
    half = [[Composition(0.0, 1.0)], [Composition(0.0, open=((1.0, 0.0, 1.0),))]]
    found = acceptability(half, [0], Sample(20_000, seed=1), plain=plain)
    assert abs(found.wins[0][1] - 2 / 3) < 5 * found.error


@ENGINES
def test_fixed_values_are_not_drawn(plain: bool) -> None:
    cells = [[Composition(0.0, 1.0)], [Composition(0.5)]]
    found = acceptability(cells, [0], Sample(100), fixed=(0.6, 0.3), plain=plain)
    assert found.wins[0][1] == 1


@ENGINES
def test_a_weight_without_an_order_is_free(plain: bool) -> None:
    """The free weight is above the other two in a third of the cases, whatever their order."""
    cells = [
        [Composition(0.0), Composition(0.0), Composition(1.0)],
        [Composition(0.0), Composition(1.0), Composition(0.0)],
    ]
    found = acceptability(cells, [1, 0, FREE], Sample(20_000, seed=5), plain=plain)
    assert abs(found.wins[0][1] - 1 / 3) < 5 * found.error


CELL = st.builds(
    Composition,
    st.sampled_from((0.0, 0.5, 1.0)),
    st.sampled_from((0.0, 0.5)),
    st.sampled_from((0.0, 0.25)),
    st.just(()) | st.just(((0.5, 0.0, 1.0),)),
)


@given(st.data(), st.integers(2, 4), st.integers(1, 5))
def test_both_engines_agree_within_the_stated_error(
    data: st.DataObject, plans: int, count: int
) -> None:
    cells = [[data.draw(CELL) for _ in range(count)] for _ in range(plans)]
    classes = [data.draw(st.sampled_from((0, 1, 2, FREE))) for _ in range(count)]
    sample = Sample(2_000, seed=11)
    one = acceptability(cells, classes, sample)
    other = acceptability(cells, classes, sample, plain=True)
    for left, right in zip(one.wins, other.wins, strict=True):
        for a, b in zip(left, right, strict=True):
            assert abs(a - b) < 8 * one.error
    for left, right in zip(one.certain_wins, other.certain_wins, strict=True):
        for a, b in zip(left, right, strict=True):
            assert abs(a - b) < 8 * one.error
    for found in (one, other):
        assert all(abs(sum(row) - 1) < 1e-9 for row in found.ranks)


@given(st.data(), st.integers(2, 4), st.integers(1, 5), st.booleans())
def test_what_is_certain_is_part_of_what_is_drawn_and_all_of_it_where_nothing_is_open(
    data: st.DataObject, plans: int, count: int, plain: bool
) -> None:
    cells = [[data.draw(CELL) for _ in range(count)] for _ in range(plans)]
    classes = [data.draw(st.sampled_from((0, 1, 2, FREE))) for _ in range(count)]
    found = acceptability(cells, classes, Sample(200, seed=2), plain=plain)
    for shares, certain in ((found.ranks, found.certain_ranks), (found.wins, found.certain_wins)):
        for left, right in zip(certain, shares, strict=True):
            assert all(a <= b for a, b in zip(left, right, strict=True))
    settled = [[one._replace(open=()) for one in row] for row in cells]
    known = acceptability(settled, classes, Sample(200, seed=2), plain=plain)
    assert (known.certain_ranks, known.certain_wins) == (known.ranks, known.wins)


@ENGINES
@pytest.mark.parametrize("parts", [1, 3, 7])
def test_what_can_at_best_be_level_is_never_certain_to_be_above_or_below(
    plain: bool, parts: int
) -> None:
    """However the parts of a criterion are added up."""
    share = 1 / parts
    full = sum([share] * parts)
    mixed = Composition(
        sum([share] * (parts // 2)), open=((share, 0.0, 1.0),) * (parts - parts // 2)
    )
    cells = [
        [Composition(full)] * 9,
        [mixed] * 9,
        [Composition(0.0, open=((share, 0.0, 1.0),) * parts)] * 9,
    ]
    found = acceptability(cells, [0, 1, FREE] * 3, Sample(2_000, seed=4), plain=plain)
    assert found.certain_wins == ((0, 0, 0),) * 3
    assert found.certain_ranks == ((1, 0, 0), (0, 0, 0), (0, 0, 0))


@ENGINES
def test_an_open_issue_is_outweighed_for_certain_where_the_other_has_more_weight(
    plain: bool,
) -> None:
    """One criterion open, the other won: of two free weights, one is above the other in half."""
    cells = [
        [Composition(0.0), Composition(1.0)],
        [Composition(0.0, open=((1.0, 0.0, 1.0),)), Composition(0.0)],
    ]
    found = acceptability(cells, [0, 0], Sample(20_000, seed=8), plain=plain)
    assert abs(found.certain_wins[0][1] - 1 / 2) < 5 * found.error
    assert found.certain_wins[1][0] == 0
    assert abs(found.wins[0][1] - log(2)) < 5 * found.error  # the mean of 1 / (1 + u)


@given(st.lists(st.sampled_from((0, 1, 2, FREE)), min_size=1, max_size=6))
def test_mean_weights_are_those_of_the_draws(classes: list[int]) -> None:
    found = acceptability([[Composition(1.0)] * len(classes)], classes, Sample(4_000, seed=6))
    (central,) = found.central
    means = mean_weights(classes)
    assert sum(means) == 1
    assert central == pytest.approx([float(one) for one in means], abs=0.03)


@ENGINES
def test_equal_seeds_give_equal_results_and_others_do_not(plain: bool) -> None:
    cells = [
        [Composition(1.0), Composition(0.2), Composition(0.4)],
        [Composition(0.3), Composition(0.9), Composition(0.5)],
    ]
    one, again, other = (
        acceptability(cells, [0, 1, 1], Sample(500, seed), plain=plain) for seed in (1, 1, 2)
    )
    assert one == again
    assert one != other


@ENGINES
def test_plans_alike_are_level(plain: bool) -> None:
    cells = [[Composition(1.0), Composition(0.5)]] * 2
    found = acceptability(cells, [0, 1], Sample(100), plain=plain)
    assert found.wins == ((0.0, 0.0), (0.0, 0.0))
    assert found.ranks == ((1.0, 0.0), (1.0, 0.0))


@ENGINES
def test_a_plan_that_never_comes_first_has_no_central_weights(plain: bool) -> None:
    found = acceptability([[Composition(1.0)], [Composition(0.0)]], [0], Sample(50), plain=plain)
    assert found.central == ((1.0,), None)


def test_blocks_do_not_show() -> None:
    """A sample larger than one block is one sample."""
    cells = [[Composition(1.0), Composition(0.0)], [Composition(0.0), Composition(1.0)]]
    found = acceptability(cells, [0, 0], Sample(20_000, seed=9))
    assert abs(found.wins[0][1] - 0.5) < 5 * found.error
    assert found.wins[0][1] + found.wins[1][0] == 1


def test_a_weight_that_is_drawn_as_zero_spoils_no_mean() -> None:
    """With this seed, numpy draws a zero among the first block."""
    found = acceptability(
        [[Composition(1.0)], [Composition(0.0)]], [0], Sample(4_096, 2_873), fixed=(0.5, 0.5)
    )
    weights = found.central[0]
    assert weights is not None
    assert weights == pytest.approx((1,), abs=1e-3)
