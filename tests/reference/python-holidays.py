"""Writes python-holidays.json: public holidays by the Python package holidays 0.109 (MIT, github.com/vacanza/holidays).

Run: pip install holidays==0.109 && python tests/reference/python-holidays.py > tests/reference/python-holidays.json
"""
import json

import holidays

# federal days for CA; the days of New South Wales for AU, whose national table leaves substitutes to the states
MARKETS = {
    "DE": {},
    "IT": {},
    "ES": {},
    "NL": {},
    "CA": {"categories": ("government",)},
    "AU": {"subdiv": "NSW"},
    "JP": {},
    "BR": {},
}


def days(market, year):
    calendar = holidays.country_holidays(market, years=year, **MARKETS[market])
    return " ".join(str(day) for day in sorted(calendar))


table = {market: " ".join(days(market, year) for year in range(2018, 2031)) for market in MARKETS}
print(json.dumps({"version": holidays.__version__, "days": table}, indent=2))
