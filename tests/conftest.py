"""What every test shares: the test environment, cheap password hashing and the profile of hypothesis."""

import os

os.environ["DOELSPOOR_OMGEVING"] = "test"

from hypothesis import settings

from app.services.wachtwoorden import stel_kosten_in

stel_kosten_in(time_cost=1, memory_cost=8)

settings.register_profile("doelspoor", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "doelspoor")
