/// What campaign.yaml states.
package struct CampaignFacts: Sendable {
    package var name: String
    package var short: String
    package var theme: ThemeLine
    package var period: DateRange
    package var zone: CampaignZone
    package var organiser: String
    package var logo: Picture?
    /// In the order of their days, not overlapping, inside the period.
    package var phases: [Phase]
    package var before: Interval
    package var between: Interval
    package var after: Interval
    /// Folders and slugs that stay when the period is over.
    package var keep: [String]
    package var hotlines: [Hotline]
    package var channels: [Channel]
    package var types: [CaseType]
    package var audiences: [Audience]
    /// The addresses of tags, by name; other tags get one that is made up.
    package var tagSlugs: [String: String]
    /// The sections' titles, for every folder.
    package var sections: [Folder: String]
    /// The posters of a folder's pieces that ask for none of their own.
    package var posters: [Folder: [PosterWish]]
    /// What hangs at places of a kind that do not say it themselves.
    package var boards: [Place.Kind: [PosterName]]
    /// The pictures that the articles of a folder's pieces get.
    package var wechat: [Folder: [WeChatPicture]]
    package var site: SiteFacts
    package var handbook: HandbookFacts
    package var paper: PaperFacts
}

/// A picture of an article in WeChat: the cover and its thumbnail, one to share, the whole text as one long picture.
package enum WeChatPicture: String, CaseIterable, Sendable { case cover, share, long }

/// A template and the sheets that it is wanted on.
package struct PosterWish: Hashable, Sendable {
    package var template: String
    /// Names such as A3, 60x90cm, 8x0.7m or rollup-80x200.
    package var sizes: [String]
    /// Reading distance in metres; nil for the template's own.
    package var distance: Double?
    /// The slogans of a group that get this poster; nil for all.
    package var items: [String]?
}
