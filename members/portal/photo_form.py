"""The step with the photos: for each what is to be seen and that everybody agrees, and a field to add more."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.form_fields import OneLineField
from core.forms import PlainSpokenForm
from members.enums import Step
from members.models import MemberPage
from members.portal.photo_fields import PhotosField
from members.services.drafts import version_of
from members.services.photos import MOST_PHOTOS, Photo, photos_of, photos_on_site, set_photos

MOST_AT_ONCE = 3


class PhotoForm(PlainSpokenForm, forms.Form):
    """The photos of a draft, in its order. What was filled in is kept, also when a new file is refused."""

    step = Step.PHOTOS
    all_optional = True
    version = forms.CharField(widget=forms.HiddenInput, required=False)
    files = PhotosField(
        label=_("Add photos"),
        required=False,
        help_text=_(
            "JPEG, PNG, WebP or HEIC, at most 10 MB each, three at a time. We turn them upright and take out where and"
            " with what they were made."
        ),
    )

    def __init__(self, data=None, files=None, *, draft: MemberPage, **options):
        self.photos = photos_of(draft)
        self.on_site = photos_on_site(draft)
        chosen = {"files": files.getlist("files")} if files is not None else None
        super().__init__(data, chosen, initial={"version": version_of(draft, Step.PHOTOS)}, **options)
        self.chosen = (chosen or {}).get("files", [])
        for number, photo in enumerate(self.photos, start=1):
            self._add_row(number, photo)

    def _add_row(self, number: int, photo: Photo) -> None:
        key = photo.image.pk
        self.fields[f"alt-{key}"] = OneLineField(
            label=_("What is to be seen in photo %(number)d?") % {"number": number},
            required=False,
            max_length=200,
            initial=photo.alt,
            help_text=_("Say it as on the telephone: “Two women plant beans beside the community centre.”"),
            widget=forms.TextInput(attrs={"class": "field"}),
        )
        self.fields[f"caption-{key}"] = OneLineField(
            label=_("Text under photo %(number)d") % {"number": number},
            required=False,
            max_length=250,
            initial=photo.caption,
            widget=forms.TextInput(attrs={"class": "field"}),
        )
        self.fields[f"agreed-{key}"] = forms.BooleanField(
            label=_(
                "Everybody in this photo agrees that it is on the site; of children under 16 the parents agree."
            ),
            required=False,
            initial=bool(photo.agreed_on),
        )

    @property
    def rows(self) -> list[dict]:
        """What the template shows of each photo."""
        return [
            {
                "photo": photo,
                "number": number,
                "is_first": number == 1,
                "is_last": number == len(self.photos),
                "is_on_site": photo.image.pk in self.on_site,
                "alt": self[f"alt-{photo.image.pk}"],
                "caption": self[f"caption-{photo.image.pk}"],
                "agreed": self[f"agreed-{photo.image.pk}"],
            }
            for number, photo in enumerate(self.photos, start=1)
        ]

    def clean(self):
        """Too many photos are refused before one is kept."""
        answers = super().clean()
        if len(self.chosen) > MOST_AT_ONCE:
            self.add_error("files", _("Choose at most three photos at a time."))
        elif len(self.photos) + len(self.chosen) > MOST_PHOTOS:
            message = _("A page has at most %(number)d photos. Take one away first.")
            self.add_error("files", ValidationError(message, "many", {"number": MOST_PHOTOS}))
        return answers

    @property
    def refused(self) -> list[ValidationError]:
        """The messages of the files that are no photos."""
        return self.fields["files"].refused

    def first_difference(self) -> str:
        """The name of the first field that is not as it was saved."""
        for name, field in self.fields.items():
            is_text = name.startswith(("alt-", "caption-"))
            if is_text and (self[name].value() or "") != (field.initial or ""):
                return name
        return ""

    def edited(self) -> list[Photo]:
        """The photos with what was filled in; a tick that was there keeps its day."""
        today = timezone.localdate()
        edited = []
        for photo in self.photos:
            key = photo.image.pk
            agreed = self.cleaned_data[f"agreed-{key}"]
            edited.append(
                Photo(
                    image=photo.image,
                    alt=self.cleaned_data[f"alt-{key}"],
                    caption=self.cleaned_data[f"caption-{key}"],
                    agreed_on=(photo.agreed_on or today) if agreed else None,
                )
            )
        return edited


class PhotoChange:
    """What a button does to the row of photos: to that with ``key``. ``added`` are the pictures of new files."""

    def __init__(self, form: PhotoForm, *, action: str = "", key: str = "", added=()):
        self.form = form
        self.added = added
        self.action, self.key = action, key

    def __call__(self, draft: MemberPage) -> None:
        """Put the photos in a draft."""
        photos = [*self.form.edited(), *(Photo(image) for image in self.added)]
        position = next((n for n, photo in enumerate(photos) if str(photo.image.pk) == self.key), None)
        if position is not None:
            self._act(photos, position)
        set_photos(draft, photos)

    def _act(self, photos: list[Photo], position: int) -> None:
        if self.action == "remove":
            del photos[position]
        elif self.action == "up" and position > 0:
            photos.insert(position - 1, photos.pop(position))
        elif self.action == "down":
            photos.insert(position + 1, photos.pop(position))
