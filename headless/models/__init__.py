from headless.models.clients import ApiToken
from headless.models.preview import PreviewCode
from headless.models.webhooks import Delivery, Webhook

__all__ = ["ApiToken", "Delivery", "PreviewCode", "Webhook"]
