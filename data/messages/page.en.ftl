### Labels of the rendered brief, in English.
