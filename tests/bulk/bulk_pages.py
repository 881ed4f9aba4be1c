"""Articles for the page on a run."""

CLAIMS = [
    {
        "title": "Open at last",
        "outlet": "Gazette",
        "date": "2025-08-06",
        "text": "gpt-oss is OpenAI's first open-weight model since GPT-2. It is a game-changer.",
    },
    {
        "title": "Minutes",
        "outlet": "Herald",
        "date": "2025-09-01",
        "text": "The council met on Monday and read the budget of the library.",
    },
]
HOSTILE = {
    "title": "</title><script>alert(1)</script>",
    "outlet": "<b>Outlet</b>",
    "date": "2025-09-02",
    "text": "A revolutionary <img src=x onerror=alert(1)> game-changer, it says.",
}
