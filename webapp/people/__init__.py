"""Who works here: accounts, rights, teams, signing in, and who sees a case; values and use cases."""
