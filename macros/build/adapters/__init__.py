"""Where mkdocs, mike and the live-reload server meet the engine; nothing else imports them."""
