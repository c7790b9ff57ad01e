"""The client edition: a tree of its own that holds what is marked for clients, and the search
through the finished site for anything that is only in internal sources.

Come in to change what leaves the firm. Nothing is copied by default.
"""
