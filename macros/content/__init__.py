"""What docs/ says, read once: the library, the pages, the navigation, the whole site.

Come in to change how content is read. This room judges nothing (checks/ does) and shows
nothing (render/ does); what can't be read becomes a finding.
"""
