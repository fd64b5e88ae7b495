"""The calendar: steps, weeks, seasons, holidays, and their TIMEX3 values. Everything here is plain arithmetic.

Steps that leave the years 1 to 9999 give None.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from dateutil.easter import easter

__all__ = [
    "day_of",
    "following",
    "holiday_on",
    "month_value",
    "nearest",
    "quarter_of",
    "season_year",
    "shifted",
    "unit_value",
    "week_value",
    "weekday_near",
]


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day, or None where the calendar has none.

    >>> day_of(2023, 2, 29) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, unit: str, amount: float) -> date | None:
    """Return the day some units later, by the unit letters of the vocabulary ("D", "2W", "M", "10Y").

    >>> shifted(date(2024, 3, 31), "M", -1)
    datetime.date(2024, 2, 29)
    """
    digits = unit.rstrip("DWMYQETHS")
    number = amount * int(digits or 1)
    whole = int(number)
    try:
        match unit[len(digits) :]:
            case "D":
                return day + timedelta(days=whole)
            case "W" | "WE":
                return day + timedelta(days=round(7 * number))
            case "M":
                return _months_later(day, whole)
            case "Q":
                return _months_later(day, 3 * whole)
            case "Y":
                return _months_later(day, round(12 * number))
    except (ValueError, OverflowError):
        return None
    return day


def _months_later(day: date, months: int) -> date:
    """Return the same day of another month, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, day.day if day.day < 29 else min(day.day, monthrange(year, month)[1]))


def week_value(day: date) -> str:
    """Return the ISO 8601 week of a day.

    >>> week_value(date(2021, 1, 3))
    '2020-W53'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_value(year: int, month: int) -> str:
    """Return a month in ISO 8601 form."""
    return f"{year:04}-{month:02}"


def quarter_of(day: date) -> int:
    """Return the calendar quarter of a day."""
    return (day.month + 2) // 3


def unit_value(day: date, unit: str) -> str:
    """Return the unit that a day lies in, as a TIMEX3 value.

    >>> [unit_value(date(2022, 2, 15), unit) for unit in ("D", "W", "WE", "M", "Q", "Y", "10Y", "100Y")]
    ['2022-02-15', '2022-W07', '2022-W07-WE', '2022-02', '2022-Q1', '2022', '202', '20']
    """
    if unit in ("W", "2W"):
        return week_value(day)
    if unit == "WE":
        return week_value(day) + "-WE"
    if unit in ("M", "6M"):
        return month_value(day.year, day.month)
    if unit == "Q":
        return f"{day.year:04}-Q{quarter_of(day)}"
    if unit == "Y":
        return f"{day.year:04}"
    if unit == "10Y":
        return f"{day.year // 10:03}"
    if unit == "100Y":
        return f"{day.year // 100:02}"
    return day.isoformat()


def weekday_near(day: date, weekday: int, direction: int) -> date | None:
    """Return the last (-1) or next (1) such weekday, never the day itself; or within six days back from it (0).

    >>> weekday_near(date(2022, 2, 15), 2, -1), weekday_near(date(2022, 2, 15), 2, 0)
    (datetime.date(2022, 2, 8), datetime.date(2022, 2, 15))
    """
    back = (day.isoweekday() - weekday) % 7
    if direction < 0:
        back = back or 7
    elif direction > 0:
        back -= 7
    try:
        return day - timedelta(days=back)
    except OverflowError:
        return None


def nearest(day: date, month: int, number: int) -> date | None:
    """Return the month-day that lies nearest to a day, counted in months and days.

    The same day of the month half a year away is taken to lie behind.

    >>> nearest(date(2022, 2, 15), 12, 31)
    datetime.date(2021, 12, 31)
    >>> nearest(date(2022, 2, 15), 8, 15), nearest(date(2022, 2, 15), 8, 14)
    (datetime.date(2021, 8, 15), datetime.date(2022, 8, 14))
    """
    ahead = (month - day.month) * 32 + number - day.day  # in months of 32 days, so that half a year is one of 192
    year = day.year - (ahead >= 192) + (ahead < -192)
    for step in (0, -1, 1, -2, 2, -3, 3, -4, 4):  # February 29: the nearest year that has one
        if found := day_of(year + step, month, number):
            return found
    return None


def following(day: date, month: int, number: int) -> date | None:
    """Return the first such month-day from a day on, within a year.

    >>> following(date(2022, 12, 30), 1, 3), following(date(2022, 12, 30), 12, 30)
    (datetime.date(2023, 1, 3), datetime.date(2022, 12, 30))
    """
    found = day_of(day.year, month, number)
    return found if found is None or found >= day else day_of(day.year + 1, month, number)


def season_year(day: date, season: str, direction: int | None) -> int:
    """Return the year of the last (-1), this (0) or next (1) season, or of the one that began last (None).

    A winter counts in the year it begins in.

    >>> [season_year(date(2022, 2, 15), season, 0) for season in ("WI", "SP", "FA")]
    [2021, 2022, 2022]
    """
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    begun = day.year if day.month >= start else day.year - 1
    running = (day.month - start) % 12 < 3
    if direction is None or (direction == 0 and running):
        return begun
    if direction == 0:
        return day.year - 1 if season == "WI" and day.month < 5 else day.year
    return begun + 1 if direction > 0 else begun - running


def holiday_on(row: str, year: int) -> date | None:
    """Return a holiday's day in a year, by its row in the vocabulary.

    >>> holiday_on("4 Thu 11", 2022), holiday_on("easter 0", 2022), holiday_on("12-25", 2022)
    (datetime.date(2022, 11, 24), datetime.date(2022, 4, 17), datetime.date(2022, 12, 25))
    """
    if row == "election":
        row = "1 Mon 11"
        first = holiday_on(row, year)
        return first and first + timedelta(days=1)
    if row.startswith("easter"):
        try:
            return easter(year) + timedelta(days=int(row.split()[1]))
        except (ValueError, OverflowError):
            return None
    if "-" in row and row[0] != "-":
        return day_of(year, int(row[:2]), int(row[3:]))
    which, name, month = row.split()
    weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].index(name) + 1
    return _nth(year, int(month), weekday, int(which))


def _nth(year: int, month: int, weekday: int, which: int) -> date | None:
    first = day_of(year, month, 1)
    if first is None:
        return None
    if which < 0:
        after = day_of(year + month // 12, month % 12 + 1, 1)
        return after and weekday_near(after, weekday, -1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
