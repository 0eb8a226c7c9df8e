package io.sextant.voice.assistant;

/** What a question is about. */
enum Subject {
    PRICE,
    FORECAST,
    FORECAST_SKILL,
    REGIME,
    POSITION,
    PROFIT,
    BALANCE,
    COSTS,
    ORDERS,
    RISK,
    BIGGEST_RISKS,
    WHY_RISK,
    CRISIS,
    WHY_NOW,
    WHY_TRADED,
    EXPLAIN_FILL,
    WHAT_CHANGED,
    STRATEGIES,
    HEALTH,
    LIMITS,
    HELP
}
