int opz_anchors;
