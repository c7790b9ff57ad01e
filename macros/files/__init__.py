"""What is offered to download: items as sheets, sheets as Word, Excel, PDF and CSV.

Come in to change how files look (`writers/`) or which are offered (`downloads.py`). This room
knows sheets and the library; of single kinds it knows nothing.
"""
